import { releaseStock } from '@/lib/catalog'
import type { Tx } from '@/lib/kernel/db'
import { sum } from '@/lib/kernel/money'
import { requestRefund } from '@/lib/payment'
import type { EventOf, OrderEvent } from '../domain/events'

/** What a cancellation frees in its own transaction: the goods, and the money if it was paid. */
export async function applyCancellation(tx: Tx, orderId: string, events: OrderEvent[], refund = true): Promise<void> {
  const parcels = events.filter((event): event is EventOf<'ParcelCancelled'> => event.type === 'ParcelCancelled')
  const first = parcels[0]
  if (!first) return
  await releaseStock(
    tx,
    orderId,
    parcels.flatMap(({ data }) => data.variantIds),
  )
  if (!refund) return
  const due = sum(
    parcels.map(({ data }) => data.total),
    first.data.total.currency,
  )
  await requestRefund(tx, orderId, due, first.data.reason)
}
