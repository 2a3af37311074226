import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import { fail, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId, RefundId } from '../schema'

type Due = { refundId: RefundId; paymentId: PaymentId }

/**
 * Somebody whom the caller has let in gave the money back by hand. Safe to repeat; joins the caller's transaction.
 * Refuses with `refund-in-progress` while the provider is still being asked, and `not-found`.
 */
export async function confirmRefund(tx: Tx, { refundId, paymentId }: Due, actor: Actor) {
  const state = await load(tx, payment, paymentId)
  if (state.status !== 'new' && state.refunds[refundId]?.status === 'accepted') return fail('refund-in-progress')
  const command = { type: 'ConfirmRefund', refundId } as const
  const settled = await handle(tx, payment, paymentId, command, { actorId: actorId(actor) })
  return settled.ok ? ok({ refundId, first: settled.value.length > 0 }) : settled
}

/**
 * An operator has given the money back by hand (a provider's cabinet, a bank transfer, cash through the shop) and says
 * so. Safe to repeat. Refuses with `not-found`, and with `refund-in-progress` while the provider is still being asked.
 */
export async function settleRefund(refundId: string, actor: Actor) {
  if (!isOperator(actor)) return fail('not-found')
  const { rows } = await sql.query<Due>(
    'select id as "refundId", payment_id as "paymentId" from refund_view where id = $1',
    [refundId],
  )
  const due = rows[0]
  return due ? transact((tx) => confirmRefund(tx, due, actor)) : fail('not-found')
}
