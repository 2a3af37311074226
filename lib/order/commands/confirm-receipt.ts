import { actorId } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { fail, ok } from '@/lib/kernel/result'
import { openParcel } from '../queries/open-order'
import type { OrderAccess, OrderId, ParcelId } from '../schema'
import { actOnOrder } from './act-on-order'

/**
 * The buyer has the goods: the shop's share leaves escrow, except what is disputed. A phone number is not enough to say
 * so, because the shop knows it. Refuses with `not-found`, `not-delivered`, `not-paid`.
 */
export async function confirmReceipt(parcelId: string, access: OrderAccess) {
  const found = await openParcel(parcelId, access)
  if (!found || found.proof === 'phone') return fail('not-found')
  const by = found.proof === 'operator' ? 'operator' : 'buyer'
  const command = { type: 'ConfirmReceipt', parcelId: found.parcelId, by } as const
  const confirmed = await actOnOrder(found.orderId, command, access.actor ? actorId(access.actor) : 'guest')
  return confirmed.ok ? ok({ orderId: found.orderId, parcelId: found.parcelId }) : confirmed
}

/** The timer of escrow: what was delivered `ESCROW_DAYS` ago and nobody has complained about is the shop's. */
export async function sweepReceipts(): Promise<number> {
  const { rows } = await sql.query<{ id: ParcelId; order_id: OrderId }>(
    `select id, order_id from parcel_view
      where paid and received_at is null and status = 'delivered'
        and delivered_at < now() - $1 * interval '1 day'
      order by delivered_at limit 200`,
    [env.ESCROW_DAYS],
  )
  let released = 0
  for (const { id, order_id } of rows) {
    const confirmed = await actOnOrder(order_id, { type: 'ConfirmReceipt', parcelId: id, by: 'timer' }, 'escrow')
    if (confirmed.ok) released++
  }
  if (released > 0) log.info({ released }, 'escrow released')
  return released
}
