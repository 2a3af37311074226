import type { Actor } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { fromWire } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import { confirmRefund, getRefund } from '@/lib/payment'
import { shopOf } from '../queries/shop-of'
import type { GiveBackCashInput } from '../refund-schema'
import { keepNote } from './keep-note'

/**
 * The shop whose courier took the cash has given it back to the buyer, all of the refund, and says how. The books take it
 * from the cash that the shop holds. Safe to repeat: the first note stays. Refuses with `not-found` (another shop's
 * refund, or one that no shop's cash pays), `wrong-amount`, `refund-in-progress`.
 */
export async function giveBackCash({ refundId, amount, note }: GiveBackCashInput, actor: Actor) {
  const shopId = shopOf(actor)
  const refund = shopId ? await getRefund(refundId) : null
  if (!refund || refund.shopId !== shopId || refund.provider !== 'cash') return fail('not-found')
  const given = fromWire(amount)
  if (given.amount !== refund.amount.amount || given.currency !== refund.amount.currency) return fail('wrong-amount')
  return transact(async (tx) => {
    const settled = await confirmRefund(tx, { refundId: refund.id, paymentId: refund.paymentId }, actor)
    if (!settled.ok) return settled
    const about = { ref: refund.id, kind: 'refund-given', orderId: refund.orderId, text: note } as const
    if (settled.value.first) await keepNote(tx, about)
    return ok({ orderId: refund.orderId, refundId: refund.id })
  })
}
