import { findPhoto, readMaster } from '@/lib/files'
import { sql } from '@/lib/kernel/db'
import type { OrderAccess } from '../schema'
import { openOrder } from './open-order'

/** Whose return or dispute it belongs to. */
async function shopOfAsked(ref: string | null): Promise<string | null> {
  const { rows } = await sql.query<{ shop_id: string }>(
    `select shop_id from return_view where id = $1 union all select shop_id from dispute_view where id = $1`,
    [ref],
  )
  return rows[0]?.shop_id ?? null
}

/**
 * A photo of a return or dispute for the buyer, for the shop that it is about and for the operator; null for everybody
 * else, as for one that is not there. `accessTo` says how the reader may open the order of a number.
 */
export async function readPhoto(
  key: string,
  accessTo: (number: string) => Promise<OrderAccess>,
): Promise<Uint8Array | null> {
  const photo = await findPhoto(key)
  if (photo === null) return null
  const { rows } = await sql.query<{ number: string }>('select number from order_view where id = $1', [photo.owner])
  const number = rows[0]?.number
  const opened = number === undefined ? null : await openOrder({ number }, await accessTo(number))
  // Whoever delivers knows the phone.
  if (opened === null || opened.proof === 'phone') return null
  if (opened.shopId !== null && opened.shopId !== (await shopOfAsked(photo.place))) return null
  return readMaster(key)
}
