import type { Texts } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'
import type { ParcelStatus } from '@/lib/order/schema'

/** `held`: placed, but not paid yet; the shop may not act on it. */
export type ParcelCounts = Record<ParcelStatus, number> & { all: number; held: number }

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
