import { actorId } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/id'
import { fail, ok } from '@/lib/kernel/result'
import { openParcel } from '../queries/open-order'
import { type RequestReturnInput, reasonOf } from '../refund-schema'
import type { OrderAccess } from '../schema'
import { actOnOrder } from './act-on-order'
import { keepAsked, mayAttach } from './keep-asked'
import { toCounts } from './refund-parcel'

const isOver = async (parcelId: string): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `select 1 from parcel_view where id = $1 and delivered_at < now() - $2 * interval '1 day'`,
    [parcelId, env.RETURN_DAYS],
  )
  return (rowCount ?? 0) > 0
}

/**
 * The buyer wants to send goods back, within `RETURN_DAYS` of their delivery; their price stays in escrow until it is
 * decided. `orderId` limits it to that order. Refuses with `not-found`, `not-delivered`, `not-paid`,
 * `return-too-large`, `nothing-to-refund`, `return-too-late`.
 */
export async function requestReturn(input: RequestReturnInput & { orderId?: string }, access: OrderAccess) {
  const found = await openParcel(input.parcelId, access)
  if (!found || (input.orderId && input.orderId !== found.orderId)) return fail('not-found')
  const { orderId, parcelId } = found
  if (await isOver(parcelId)) return fail('return-too-late')
  if (!(await mayAttach(input.photos, orderId))) return fail('unknown-picture')
  const returnId = newId('rtn')
  const { reason, words } = reasonOf(input.reason)
  const command = { type: 'RequestReturn', returnId, parcelId, items: toCounts(input.items), reason } as const
  const text = [words, input.comment].filter(Boolean).join('\n')
  const requested = await actOnOrder(orderId, command, access.actor ? actorId(access.actor) : 'guest', (tx) =>
    keepAsked(tx, { ref: returnId, kind: 'return', orderId, text, photos: input.photos ?? [] }),
  )
  return requested.ok ? ok({ orderId, returnId }) : requested
}
