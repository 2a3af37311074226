import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { GatewayLookup, LookupOutcome } from '@/lib/payment/ports'
import { askByNumber, refOfPaydoc } from './paydoc'
import { findByPaydoc, findTransaction, latestOf } from './transaction'

/** Click has not published its table; these are what its clients have seen. */
const PAID = 2

/** For the reconciler. A payment is found by its document, or else taken for the payer's last attempt. */
export async function lookupClick({ paymentId, number, providerRef }: GatewayLookup): Promise<LookupOutcome> {
  const known = providerRef ? await findTransaction(sql, providerRef) : await latestOf(sql, paymentId)
  const answer = await askByNumber(number, known)
  if (!answer?.payment_id) return { status: 'none' }
  const status = answer.payment_status ?? 0
  if (status < 0) return { status: known?.state === 'confirmed' ? 'refunded' : 'none' }
  if (status !== PAID) return { status: 'pending' }
  const row = (await findByPaydoc(sql, answer.payment_id)) ?? known
  const ref = row ? row.click_trans_id : refOfPaydoc(answer.payment_id)
  return { status: 'paid', providerRef: ref, ...(row ? { amount: money(row.amount, 'UZS') } : {}) }
}
