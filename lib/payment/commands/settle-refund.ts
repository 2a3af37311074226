import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import { fail, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId, RefundId } from '../schema'

/**
 * An operator has given the money back by hand (a provider's cabinet, a bank transfer, cash through the shop) and says
 * so. Safe to repeat. Refuses with `not-found`, and with `refund-in-progress` while the provider is still being asked.
 */
export async function settleRefund(refundId: string, actor: Actor) {
  if (!isOperator(actor)) return fail('not-found')
  const { rows } = await sql.query<{ id: RefundId; payment_id: PaymentId }>(
    'select id, payment_id from refund_view where id = $1',
    [refundId],
  )
  const row = rows[0]
  if (!row) return fail('not-found')
  return transact(async (tx) => {
    const state = await load(tx, payment, row.payment_id)
    if (state.status !== 'new' && state.refunds[row.id]?.status === 'accepted') return fail('refund-in-progress')
    const command = { type: 'ConfirmRefund', refundId: row.id } as const
    const settled = await handle(tx, payment, row.payment_id, command, { actorId: actorId(actor) })
    return settled.ok ? ok({ refundId: row.id }) : settled
  })
}
