import { timingSafeEqual } from 'node:crypto'
import { sql } from '@/lib/kernel/db'
import { deliveryCodeOf } from '../delivery-code'
import type { ParcelId } from '../schema'

/** Six digits can be tried out: after this many the parcel waits for the buyer or the timer. */
const MOST_TRIES = 5

/** Counts the try before it looks, outside the transaction that a wrong code would undo. */
export async function tryDeliveryCode(
  parcelId: ParcelId,
  code: string,
): Promise<'right' | 'wrong-code' | 'too-many-tries'> {
  const { rowCount } = await sql.query(
    `insert into delivery_code_try as t (parcel_id, tries) values ($1, 1)
     on conflict (parcel_id) do update set tries = t.tries + 1 where t.tries < $2`,
    [parcelId, MOST_TRIES],
  )
  if (!rowCount) return 'too-many-tries'
  const right = deliveryCodeOf(parcelId)
  const given = code.trim()
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
    ? 'right'
    : 'wrong-code'
}
