import type { Tx } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { type Money, money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId } from '../schema'

type Row = { id: PaymentId; captured: number; refunded: number }

/**
 * Asks for money back from the payment that satisfied the order; joins the transaction that made it due. What is left
 * of the payment is the most it can be: a provider may have refunded by itself meanwhile.
 */
export async function requestRefund(tx: Tx, orderId: string, amount: Money, reason: string): Promise<void> {
  const { rows } = await tx.query<Row>(
    `select id, captured, refunded from payment_view where order_id = $1 and status = 'captured'`,
    [orderId],
  )
  const row = rows[0]
  if (!row) return
  const due = money(Math.min(amount.amount, row.captured - row.refunded), amount.currency)
  must(await handle(tx, payment, row.id, { type: 'RequestRefund', amount: due, reason }, { actorId: 'order' }))
}

/** The provider says it has given back `amount` in all. */
export const confirmRefund = (tx: Tx, paymentId: PaymentId, amount: Money, reason: string) =>
  handle(tx, payment, paymentId, { type: 'ConfirmRefund', amount, reason }, { actorId: 'provider' })
