import type { Money } from '@/lib/kernel/money'
import { account, clearing, shopAccount } from '../accounts'
import type { ShopId } from '../schema'
import { credit, debit, type Posting, posting } from './posting'

export type CapturedMoney = {
  paymentId: string
  orderId: string
  provider: string
  providerRef: string
  amount: Money
  /** Money for an order that is paid or gone: it is owed back at once. */
  excess: boolean
}

export function capturePosting({ provider, providerRef, amount, excess, ...of }: CapturedMoney): Posting[] {
  const { amount: minor, currency } = amount
  const sources = [`payment-${of.paymentId}`, `${provider}:${providerRef}`]
  const formula = { rule: excess ? 'all of it is owed back' : 'the amount that the provider took', sources }
  return posting({ kind: 'capture', ref: `${provider}:${providerRef}`, currency, ...of }, [
    debit(clearing(provider, currency), minor, 'capture', formula),
    credit(account(excess ? 'refunds_due' : 'buyer_funds', currency), minor, 'capture', formula),
  ])
}

export type RefundedMoney = {
  refundId: string
  paymentId: string
  orderId: string
  provider: string
  amount: Money
  /** How often it had come back before: each time that money goes out has a name of its own. */
  attempt?: number
  /** The cash of this parcel that its shop still holds, and what the shop owes in all. */
  kept: { parcelId: string; shopId: ShopId; number: string | null; amount: number; debt: number } | null
}

const attemptRef = (refundId: string, attempt = 0) => (attempt > 0 ? `${refundId}:${attempt}` : refundId)

/** What was given back is at the provider again, and due again. Cash never comes back by itself. */
export function refundReturnedPosting({ refundId, provider, amount, attempt, ...of }: Omit<RefundedMoney, 'kept'>) {
  const { amount: minor, currency } = amount
  const formula = { rule: 'the amount that came back', sources: [`payment-${of.paymentId}`, refundId] }
  return posting({ kind: 'refund-returned', ref: attemptRef(refundId, attempt), currency, ...of }, [
    debit(clearing(provider, currency), minor, 'refund-returned', formula),
    credit(account('refunds_due', currency), minor, 'refund-returned', formula),
  ])
}

/**
 * Cash goes back from the hand that holds it, as far as it does: the shop's. Its debt for it ends; what a payout has
 * taken of that debt before is payable to it again.
 */
export function refundPaidPosting({ refundId, provider, amount, attempt, kept, ...of }: RefundedMoney): Posting[] {
  const { amount: minor, currency } = amount
  const formula = { rule: 'the amount that went back to the buyer', sources: [`payment-${of.paymentId}`, refundId] }
  const till = clearing(provider, currency)
  const head = {
    kind: 'refund-paid',
    ref: attemptRef(refundId, attempt),
    currency,
    ...of,
    parcelId: kept?.parcelId ?? null,
  } as const
  const paid = [
    debit(account('refunds_due', currency), minor, 'refund-paid', formula),
    credit(till, minor, 'refund-paid', formula),
  ]
  if (!kept) return posting(head, paid)
  const back = Math.min(minor, kept.amount)
  const owed = Math.min(back, Math.max(0, kept.debt))
  const returned = {
    rule: 'min(refund, cash of the parcel that the shop holds)',
    base: kept.amount,
    sources: [refundId],
  }
  return posting({ ...head, number: kept.number }, [
    ...paid,
    debit(till, back, 'cash-returned', returned),
    credit(shopAccount('shop_debt', kept.shopId, currency), owed, 'cash-returned', returned),
    credit(shopAccount('shop_payable', kept.shopId, currency), back - owed, 'cash-returned', returned),
  ])
}
