import type { Tx } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import { use } from '@/lib/kernel/plugin'
import { fail, must, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { ProviderDispute } from '../ports'
import type { PaymentId } from '../schema'
import '../ports'

/**
 * The payer's bank wants money of a payment back. Open, it is frozen in escrow; lost, the provider has taken it already:
 * the refunds count as done and nobody is asked for them. Money that satisfied no order concerns no parcel; what has
 * gone of it is told by `refundByProvider`. Safe to repeat; joins the caller's transaction. Refuses with
 * `not-requested`, `not-captured`, `wrong-amount`.
 */
export async function disputeByProvider(tx: Tx, { paymentId, ...told }: ProviderDispute & { paymentId: PaymentId }) {
  const state = await load(tx, payment, paymentId)
  if (state.status === 'new') return fail('not-requested')
  if (state.captured.amount === 0) return fail('not-captured')
  if (told.amount.currency !== state.captured.currency) return fail('wrong-amount')
  if (state.excess) return ok(true)
  const meta = { actorId: `provider:${state.provider}` }
  for (const { paymentId: _, ...refund } of await use('payable-orders').dispute(tx, state.orderId, told)) {
    must(await handle(tx, payment, paymentId, { type: 'RequestRefund', ...refund }, meta))
    must(await handle(tx, payment, paymentId, { type: 'ConfirmRefund', refundId: refund.refundId }, meta))
  }
  return ok(true)
}
