import type { Locale } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'
import type { Crumb, Picture, ShopCard } from './schema'

export type Variant = {
  id: string
  sku: string
  /** Option code to value code. */
  options: Record<string, string>
  /** «kobalt, 1,2 litr»: empty for an only variant. */
  label: string
  price: Money
  compareAt: Money | null
  /** The lowest price of the 30 days before the discount; null without one. */
  reference: Money | null
  /** Can the least that is sold at once be had now? */
  inStock: boolean
  minOrder: number
  multiple: number
  /** Those that cost less than one alone. */
  tiers: { from: number; price: Money }[]
  /** Of what one consists; null: it is no bundle. */
  parts: { slug: string | null; title: string; label: string; quantity: number }[] | null
  /** Sellable now, at most 20: enough for «3 ta qoldi», no stock list for rivals. */
  available: number
  /** Index into `images`. */
  image: number
  /** 8, 12, 13 or 14 digits, checked. */
  gtin: string | null
}

export type OptionAxis = {
  code: string
  label: string
  values: { value: string; label: string; colour: string | null; image: number | null; inStock: boolean }[]
}

export type ReviewItem = { id: string; author: string; rating: number; text: string; locale: string; createdAt: string }

export type ProductPage = {
  id: string
  /** Paused: the page stays, nothing can be bought. */
  status: 'active' | 'paused'
  /** In the reader's language, as all of `slugs` are in theirs. */
  slug: string
  slugs: Record<Locale, string>
  title: string
  description: string
  /** Languages in which it was written: in any other it is not there. */
  locales: Locale[]
  brand: string | null
  /** ISO 3166 code of the country. */
  origin: string | null
  /** Address at a place that the market knows: shown as a link, nothing of it is loaded unasked. */
  video: string | null
  price: Money
  compareAt: Money | null
  discount: number
  rating: number
  ratingCount: number
  soldCount: number
  inStock: boolean
  images: Picture[]
  variants: Variant[]
  axes: OptionAxis[]
  attributes: { code: string; label: string; value: string }[]
  crumbs: Crumb[]
  shop: ShopCard
  reviews: ReviewItem[]
  /** Shares of 5, 4, 3, 2, 1 stars in whole percent. */
  histogram: [number, number, number, number, number]
  updatedAt: string
}

/** What an address of a product leads to. */
export type ProductAnswer =
  | { kind: 'product'; product: ProductPage }
  | { kind: 'moved'; slug: string }
  | { kind: 'gone'; title: string | null }
  | { kind: 'missing' }
