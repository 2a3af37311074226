import type { Tx } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { enqueue } from '@/lib/kernel/jobs'
import { must } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { Refund } from '../ports'
import type { PaymentId, RefundId } from '../schema'

/** The job that asks the provider; its key is the refund, so asking for it twice is one job. */
export const sendRefund = (tx: Tx, paymentId: PaymentId, refundId: RefundId): Promise<void> =>
  enqueue(tx, 'refund-payment', refundId, { paymentId, refundId })

/**
 * Reserves money of a payment for a refund and leaves the rest to a job; joins the transaction that made it due. That
 * an order gives back more than was paid for it would be a bug, so it is thrown.
 */
export async function requestRefund(tx: Tx, { paymentId, ...refund }: Refund): Promise<void> {
  const requested = must(
    await handle(tx, payment, paymentId, { type: 'RequestRefund', ...refund }, { actorId: `refund:${refund.by}` }),
  )
  if (requested.length > 0) await sendRefund(tx, paymentId, refund.refundId)
}
