import type { Texts } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'
import type { PaymentStatus, Provider, Refund, RefundStatus } from '@/lib/payment/schema'

/** One day in Tashkent; `date` is its start in RFC 3339. */
export type SalesDay = { date: string; sales: Money; orders: number }

export type BestSeller = { productId: string; title: Texts; image: string | null; quantity: number; sales: Money }
export type LowStock = { count: number; worst: { title: Texts; left: number } | null }

/** Oldest day first, today last. */
export type ShopToday = { days: SalesDay[]; best: BestSeller[]; low: LowStock }

export type MarketCounts = {
  shops: number
  products: number
  users: number
  orders: number
  paidOrders: number
  turnover: Money
}

/** How much of what waits for the market's people. */
export type MoneyTodo = { refunds: number; disputes: number; returns: number; payouts: number; findings: number }

export type MarketPayment = {
  id: string
  number: string
  provider: Provider
  status: PaymentStatus
  amount: Money
  captured: Money
  refunded: Money
  /** What the provider calls it; null before the money has come. */
  providerRef: string | null
  createdAt: string
}

export type MarketRefund = {
  id: string
  number: string
  provider: Provider
  providerRef: string | null
  status: RefundStatus
  /** Why a person has to do it. */
  failure: string | null
  amount: Money
  by: Refund['by']
  reason: string
  excess: boolean
  shop: string | null
  buyer: string | null
  phone: string | null
  createdAt: string
  doneAt: string | null
}
export * from './marketing-schema'
