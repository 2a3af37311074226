import { type Money, money, share } from '@/lib/kernel/money'

/** One version of one rule, as it stood at the sale. Amounts are minor units and count for each piece. */
export type FrozenRule = {
  id: string
  version: number
  bp: number
  fixed: number
  min: number | null
  max: number | null
}

/**
 * `share(net, bp) + fixed·pieces`, at least `min·pieces`, at most `max·pieces`, never more than the line is worth.
 * `net` is what the line costs after its part of the discount; the answer includes VAT.
 */
export function commissionAmount(rule: Omit<FrozenRule, 'id' | 'version'>, net: Money, pieces: number): Money {
  const asked = share(net, rule.bp).amount + rule.fixed * pieces
  const raised = Math.max(asked, (rule.min ?? 0) * pieces)
  const limited = rule.max === null ? raised : Math.min(raised, rule.max * pieces)
  return money(Math.max(0, Math.min(limited, net.amount)), net.currency)
}
