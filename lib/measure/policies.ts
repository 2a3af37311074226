import type { Tx } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import type { Money } from '@/lib/kernel/money'
import { maybe, on, type Reaction } from '@/lib/kernel/plugin'
import type { EventOf } from '@/lib/order/domain/events'
import { type SinkName, sinkNames } from './schema'
import './ports'

type Noted = { eventId: string; kind: 'purchase' | 'refund'; orderId: string; amount: Money; at: string }

const configured = (): SinkName[] => sinkNames.filter((name) => maybe(`sink:${name}`))

/** The row is the promise to tell it once; the job keeps it. */
async function note(tx: Tx, { eventId, kind, orderId, amount, at }: Noted): Promise<void> {
  for (const sink of configured()) {
    const { rowCount } = await tx.query(
      `insert into conversion (event_id, sink, kind, order_id, amount, currency, at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [eventId, sink, kind, orderId, amount.amount, amount.currency, at],
    )
    if (rowCount) await enqueue(tx, 'send-conversion', `${sink}:${eventId}`, { eventId, sink })
  }
}

/** A counter that was not told of the purchase has nothing to take back. */
async function wasSold(tx: Tx, orderId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from conversion where event_id = $1 limit 1', [`purchase:${orderId}`])
  return Boolean(rowCount)
}

/** Purchases and refunds are told from the log: a repeated callback appends nothing, so it is told nothing twice. */
export const policies: Record<'OrderPaid' | 'RefundAccepted', Reaction> = {
  OrderPaid: on<EventOf<'OrderPaid'>>((tx, { data: { orderId, total }, at }) =>
    note(tx, { eventId: `purchase:${orderId}`, kind: 'purchase', orderId, amount: total, at }),
  ),
  RefundAccepted: on<EventOf<'RefundAccepted'>>(async (tx, { data: { orderId, refundId, amount }, at }) => {
    if (await wasSold(tx, orderId))
      await note(tx, { eventId: `refund:${refundId}`, kind: 'refund', orderId, amount, at })
  }),
}
