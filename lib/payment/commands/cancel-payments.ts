import type { Tx } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { must } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId } from '../schema'

/** The invoices of an order that is gone; one that was paid stays as it is. Joins the caller's transaction. */
export async function cancelPayments(tx: Tx, orderId: string, reason: string): Promise<void> {
  const { rows } = await tx.query<{ id: PaymentId }>(
    `select id from payment_view where order_id = $1 and status = 'requested' order by id`,
    [orderId],
  )
  for (const { id } of rows) {
    must(await handle(tx, payment, id, { type: 'CancelPayment', reason }, { actorId: 'payment' }))
  }
}
