import { consumeStock, releaseStock, restock } from '@/lib/catalog'
import type { Tx } from '@/lib/kernel/db'
import { requestRefund } from '@/lib/payment'
import type { Refund } from '@/lib/payment/ports'
import type { EventOf, ItemCount, OrderEvent } from '../domain/events'

/** Money for parcels that were cancelled before it came goes back as soon as the payment has taken it. */
export function refundsOf(events: readonly OrderEvent[]): Refund[] {
  return events.flatMap((event) => {
    if (event.type !== 'RefundAccepted' || event.data.paymentId === null) return []
    const { refundId, paymentId, parcelId, shopId, amount, commission, reason, by } = event.data
    return [{ refundId, paymentId, parcelId, shopId, amount, commission, reason, by }]
  })
}

async function putBack(tx: Tx, parcelId: string, items: ItemCount[]): Promise<void> {
  const { rows } = await tx.query<{ id: string; variant_id: string }>(
    'select id, variant_id from parcel_line_view where parcel_id = $1',
    [parcelId],
  )
  const variants = new Map(rows.map(({ id, variant_id }) => [id, variant_id]))
  await restock(
    tx,
    items.map(({ lineId, quantity }) => ({ variantId: variants.get(lineId) ?? '', quantity })),
  )
}

/** Goods are freed, taken or put back. */
export async function applyStock(tx: Tx, orderId: string, events: readonly OrderEvent[]): Promise<void> {
  const cancelled = events.filter((event): event is EventOf<'ParcelCancelled'> => event.type === 'ParcelCancelled')
  const freed = cancelled.flatMap(({ data }) => data.variantIds)
  if (freed.length > 0) await releaseStock(tx, orderId, freed)
  for (const event of events) {
    if (event.type === 'ParcelShipped') await consumeStock(tx, orderId, event.data.variantIds)
    if (event.type === 'ReturnReceived' && event.data.restock) await putBack(tx, event.data.parcelId, event.data.items)
  }
}

/** What follows from a decision in its own transaction: goods move, and money is asked back. */
export async function applyEvents(tx: Tx, orderId: string, events: readonly OrderEvent[]): Promise<void> {
  await applyStock(tx, orderId, events)
  for (const refund of refundsOf(events)) await requestRefund(tx, refund)
}
