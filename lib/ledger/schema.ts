import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { FrozenRule } from '@/lib/order/domain/commission'

export type ShopId = Id<'sho'>
export type PayoutId = string

export const accountKinds = [
  'clearing',
  'buyer_funds',
  'shop_pending',
  'shop_payable',
  'shop_debt',
  'reserve',
  'platform_fee',
  'vat_on_fee',
  'promotion',
  'store_credit',
  'credit_held',
  'delivery',
  'refunds_due',
  'payout_transit',
  'bank',
  'rounding',
] as const
export type AccountKind = (typeof accountKinds)[number]

/** What kind of effect a ledger transaction is; unique together with its ref. */
export type TxnKind =
  | 'capture'
  | 'sale'
  | 'cash-kept'
  | 'refund'
  | 'refund-paid'
  | 'refund-returned'
  | 'release'
  | 'payout'
  | 'payout-end'
  | 'payout-debt'
  | 'reserve-release'
  | 'credit-granted'
  | 'credit-taken'
  | 'credit-held'
  | 'credit-spent'
  | 'credit-freed'

export const entryTypes = [
  'capture',
  'sale',
  'delivery',
  'subsidy',
  'commission',
  'vat',
  'cash-kept',
  'cash-returned',
  'refund',
  'commission-refund',
  'subsidy-refund',
  'vat-refund',
  'refund-paid',
  'refund-returned',
  'release',
  'reserve',
  'payout',
  'payout-rejected',
  'payout-paid',
  'payout-debt',
  'reserve-release',
  'credit-granted',
  'credit-taken',
  'credit-held',
  'credit-spent',
  'credit-freed',
] as const
export type EntryType = (typeof entryTypes)[number]

/** Between two accounts of one shop: they change nothing of what it has in all. */
export const transferTypes = ['release', 'reserve', 'reserve-release', 'payout-debt'] as const satisfies EntryType[]

/** Frozen with the entry: how its amount came about, and from which documents. Amounts in minor units. */
export type Formula = {
  /** The rule in words of arithmetic: `round(commission × vatBp / (10000 + vatBp))`. */
  rule: string
  base?: number
  bp?: number
  vatBp?: number
  /** Of a sale and its commission: each line with the rule that was valid. */
  lines?: readonly FormulaLine[]
  /** Streams and ids that say so: `order-ord_1@3`, `payment-pay_1`, `rfd_1`. */
  sources: readonly string[]
}

export type FormulaLine = {
  lineId: string
  sku?: string
  quantity: number
  price?: number
  discount?: number
  /** The market's part of the discount: the commission counts from `amount` and this. */
  subsidy?: number
  amount: number
  commissionBp?: number
  commission: number
  /** As it was frozen into the order. */
  commissionRule?: FrozenRule
}

/**
 * In the shop's view. `pending`: sold, not yet delivered; `payable`: may be paid out, negative after a refund that came
 * later than the payout; `reserve`: held back; `debt`: what the shop owes the market, as a positive amount.
 */
export type ShopBalances = { pending: Money; payable: Money; debt: Money; reserve: Money }

/** One line of the shop's account; `amount` is signed in the shop's view, `balance` is what it has in all after it. */
export type LedgerLine = {
  id: number
  type: EntryType
  /** Of the order, null where it is about none. */
  number: string | null
  parcelId: string | null
  amount: Money
  balance: Money
  createdAt: string
}

export type LedgerPage = { items: LedgerLine[]; nextCursor: string | null }

/** One line of a person's store credit, signed in the person's view. `number`: of the order. */
export type CreditLine = {
  id: number
  type: Extract<EntryType, `credit-${string}` | 'refund'>
  number: string | null
  amount: Money
  at: string
}

export type CreditPage = { items: CreditLine[]; nextCursor: string | null }

/** "Why this amount?" */
export type Explanation = {
  entryId: number
  account: AccountKind
  type: EntryType
  /** In the shop's view on its accounts; debit positive on the market's. */
  amount: Money
  formula: Formula
  kind: TxnKind
  ref: string
  number: string | null
  orderId: string | null
  parcelId: string | null
  paymentId: string | null
  /** The event that caused it. */
  source: { stream: string; version: number } | null
  at: string
}

export type PayoutStep = 'proposed' | 'rejected' | 'paid'
export type PostPayout = { payoutId: PayoutId; shopId: ShopId; amount: Money; step: PayoutStep }
export type PostPayoutDebt = { payoutId: PayoutId; shopId: ShopId; amount: Money }
export type PostReserveRelease = { releaseId: string; shopId: ShopId; amount: Money }

/** `wrong-amount`: not above zero. `payout-ended`: it was paid or rejected before. */
export type PayoutRefusal = 'wrong-amount' | 'not-enough-payable' | 'not-enough-reserve' | 'not-enough-debt'
export type PayoutEndRefusal = PayoutRefusal | 'payout-ended' | 'unknown-payout'

/** A proof that failed: which check, who offends, and by how much. */
export type Breach = { check: string; offender: string; detail: string }

/** `balance` is debit positive; shops' accounts are told one by one as long as there are few. */
export type TrialLine = {
  code: string
  kind: AccountKind
  shop: string | null
  entries: number
  debit: Money
  credit: Money
  balance: Money
}

/** The proof of the books as an operator reads it. */
export type Proof = {
  entries: number
  txns: number
  checks: number
  breaches: Breach[]
  passed: { name: string; found: number }[]
  milliseconds: number
}
