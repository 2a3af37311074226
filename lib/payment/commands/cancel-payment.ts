import { type Tx, transact } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { must } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId } from '../schema'

const cancel = (tx: Tx, paymentId: PaymentId, reason: string) =>
  handle(tx, payment, paymentId, { type: 'CancelPayment', reason }, { actorId: 'payment' })

/** An invoice that nobody will pay any more; one that was paid stays as it is. */
export const cancelPayment = (paymentId: PaymentId, reason: string) => transact((tx) => cancel(tx, paymentId, reason))

/** Joins the policy of an order that is gone. */
export async function cancelPayments(tx: Tx, orderId: string, reason: string): Promise<void> {
  const { rows } = await tx.query<{ id: PaymentId }>(
    `select id from payment_view where order_id = $1 and status = 'requested' order by id`,
    [orderId],
  )
  for (const { id } of rows) must(await cancel(tx, id, reason))
}
