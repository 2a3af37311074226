import type { Locale } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

/** One language of one range of goods, and when anything in the range changed last. */
export type EngineFile = { part: number; locale: Locale; changed: Date | null }

export type SitemapPage = {
  locales: Locale[]
  /** What follows the locale. */
  path: Record<Locale, string>
  changed: Date | null
  /** Key of its picture. */
  image: string | null
}

/** One variant, as engines and price comparisons list goods. Texts are in the feed's language. */
export type FeedItem = {
  sku: string
  variantId: string
  gtin: string | null
  /** The product that variants share. */
  group: { id: string; seq: number; size: number }
  slug: string
  title: string
  /** «kobalt, 1,2 litr»: empty for an only variant. */
  label: string
  description: string
  price: Money
  compareAt: Money | null
  inStock: boolean
  /** Keys, the variant's own first. */
  images: string[]
  brand: string | null
  origin: string | null
  categoryId: string
  /** By code, as it is shown. */
  traits: { code: string; label: string; value: string }[]
  shop: { slug: string; name: string; handlingDays: number; courierFee: Money; freeFrom: Money | null }
}

export type FeedCategory = { id: string; parentId: string | null; path: string[]; name: string }
