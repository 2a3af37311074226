import type { Texts } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

/** From so many pieces down a seller is told to bring more. */
export const LOW_STOCK = 3

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
