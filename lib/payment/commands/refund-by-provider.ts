import type { Tx } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import { type Money, money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { fail, ok } from '@/lib/kernel/result'
import { type KnownPayment, payment } from '../domain/payment'
import { unasked } from '../domain/refund'
import type { Refund } from '../ports'
import type { PaymentId } from '../schema'
import '../ports'

/** Money of a payment that satisfied no order concerns no parcel. */
const excessRefund = (state: KnownPayment, amount: Money, total: Money, reason: string): Refund => ({
  paymentId: state.paymentId,
  refundId: `rfd_${state.paymentId.slice(4)}${total.amount}`,
  amount,
  reason,
  by: 'provider',
  parcelId: null,
  shopId: null,
  commission: money(0, amount.currency),
})

async function accept(tx: Tx, state: KnownPayment, total: Money, reason: string): Promise<Refund[]> {
  const amount = unasked(state, total)
  if (amount.amount === 0) return []
  if (state.excess) return [excessRefund(state, amount, total, reason)]
  return use('payable-orders').refundByProvider(tx, state.orderId, amount, reason)
}

export type ProviderRefund = {
  paymentId: PaymentId
  /** What the provider has given back of this payment in all, not only now. */
  totalRefunded: Money
  /** A code. */
  reason: string
}

/**
 * The provider gave money back, whether we had asked it to or not (a cabinet's button, a chargeback). Refunds of ours
 * that still wait, a person's too, count as done by it; what is beyond them is accepted, capped by what is left of the
 * payment. Safe to repeat; joins the caller's transaction. Refuses with `not-requested`, `not-captured`, `wrong-amount`.
 */
export async function refundByProvider(tx: Tx, { paymentId, totalRefunded, reason }: ProviderRefund) {
  const state = await load(tx, payment, paymentId)
  if (state.status === 'new') return fail('not-requested')
  if (state.captured.amount === 0) return fail('not-captured')
  if (totalRefunded.currency !== state.captured.currency) return fail('wrong-amount')
  const meta = { actorId: `provider:${state.provider}` }
  // The order first, then the payment, as everywhere: two transactions that meet do not wait for each other.
  for (const { paymentId: _, ...refund } of await accept(tx, state, totalRefunded, reason)) {
    const requested = await handle(tx, payment, paymentId, { type: 'RequestRefund', ...refund }, meta)
    if (!requested.ok) return requested
  }
  const confirmed = await handle(tx, payment, paymentId, { type: 'ConfirmRefunded', total: totalRefunded }, meta)
  return confirmed.ok ? ok(true) : confirmed
}
