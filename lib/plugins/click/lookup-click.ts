import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { GatewayLookup, LookupOutcome } from '@/lib/payment/ports'
import { askByNumber, refOfPaydoc } from './paydoc'
import { listAttempts, type Transaction } from './transaction'

/** Click has not published its table; these are what its clients have seen. */
const PAID = 2

/**
 * The attempt that was paid: its document says which. Undefined where it might be another one, because its own Complete
 * would then count the money twice.
 */
function attemptOf(attempts: readonly Transaction[], paydocId: string): Transaction | undefined {
  const known = attempts.find(({ click_paydoc_id }) => click_paydoc_id === paydocId)
  const [only] = attempts.length === 1 ? attempts : []
  return known ?? (only?.click_paydoc_id === null ? only : undefined)
}

/** For the reconciler. */
export async function lookupClick({ paymentId, number }: GatewayLookup): Promise<LookupOutcome> {
  const attempts = await listAttempts(sql, paymentId)
  const answer = await askByNumber(number, attempts[0])
  if (!answer?.payment_id) return { status: 'none' }
  const status = answer.payment_status ?? 0
  const row = attemptOf(attempts, answer.payment_id)
  if (status < 0) return { status: row?.state === 'confirmed' ? 'refunded' : 'none' }
  if (status !== PAID || (!row && attempts.length > 0)) return { status: 'pending' }
  if (!row) return { status: 'paid', providerRef: refOfPaydoc(answer.payment_id) }
  return { status: 'paid', providerRef: row.click_trans_id, amount: money(row.amount, 'UZS') }
}
