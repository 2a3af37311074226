import type { Tx } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import type { Money } from '@/lib/kernel/money'
import { payment } from '../domain/payment'
import type { PaymentId } from '../schema'

export type ReturnedRefund = {
  paymentId: PaymentId
  /** Null where it was not made here: then it is the latest of that amount. */
  refundId: string | null
  amount: Money
  /** A code. */
  reason: string
}

/**
 * Money that was on its way back to the buyer did not arrive and is at the provider again: the refund is due, and a
 * person has to find another way. Joins the caller's transaction; not safe to repeat, because the same refund may come
 * back twice. Refuses with `not-requested`, `not-found`, `wrong-amount`.
 */
export const returnRefund = (tx: Tx, { paymentId, ...returned }: ReturnedRefund) =>
  handle(tx, payment, paymentId, { type: 'ReturnRefund', ...returned }, { actorId: `provider:${returned.reason}` })
