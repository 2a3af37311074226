import { fail, ok, type Result } from '@/lib/kernel/result'

/** Minor units in the shop's view: `payable` may be negative, `debt` is what it owes. */
export type Standing = { payable: number; debt: number; minimum: number; hasDetails: boolean; frozen: boolean }

export type Plan = { gross: number; debt: number; amount: number }
export type NotPaid = 'nothing-payable' | 'in-debt' | 'below-minimum' | 'no-details' | 'frozen'

/**
 * Debt is covered first, the rest goes to the bank. Nothing is halved: a shop that gets nothing keeps its balance and
 * its debt as they are, and both are carried to the next period.
 */
export function planPayout({ payable, debt, minimum, hasDetails, frozen }: Standing): Result<Plan, NotPaid> {
  if (payable <= 0) return fail('nothing-payable')
  const amount = payable - debt
  if (amount <= 0) return fail('in-debt')
  if (amount < minimum) return fail('below-minimum')
  if (!hasDetails) return fail('no-details')
  return frozen ? fail('frozen') : ok({ gross: payable, debt, amount })
}
