import { consumeStock, releaseStock, restock } from '@/lib/catalog'
import type { Tx } from '@/lib/kernel/db'
import { minus } from '@/lib/kernel/money'
import { requestRefund } from '@/lib/payment'
import type { Refund } from '@/lib/payment/ports'
import type { EventOf, ItemCount, OrderEvent, QuotedLine } from '../domain/events'
import { stockLines } from '../domain/stock-lines'

/** What a provider gives back; what was paid with credit is in the books already. Money for parcels that were cancelled before it came goes back as soon as the payment has taken it. */
export function refundsOf(events: readonly OrderEvent[]): Refund[] {
  return events.flatMap((event) => {
    if (event.type !== 'RefundAccepted' || event.data.paymentId === null) return []
    const { refundId, paymentId, parcelId, shopId, credit, commission, reason, by } = event.data
    const amount = credit ? minus(event.data.amount, credit) : event.data.amount
    return amount.amount > 0 ? [{ refundId, paymentId, parcelId, shopId, amount, commission, reason, by }] : []
  })
}

type SoldLine = { id: string; variantId: string; quantity: number; parts: QuotedLine['parts'] | null }

export async function readStockLines(tx: Tx, parcelId: string): Promise<SoldLine[]> {
  const { rows } = await tx.query<SoldLine>(
    'select id, variant_id as "variantId", quantity, parts from parcel_line_view where parcel_id = $1',
    [parcelId],
  )
  return rows
}

async function putBack(tx: Tx, parcelId: string, items: ItemCount[]): Promise<void> {
  const lines = await readStockLines(tx, parcelId)
  const back = items.flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId)
    return line ? [{ ...line, quantity }] : []
  })
  await restock(tx, stockLines(back))
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
