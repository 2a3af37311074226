import type { Locale, Texts } from '@/lib/i18n'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { Tier } from '@/lib/price/schema'
import type { Sort } from '@/lib/search/schema'
import type { CommissionRule, DeliveryTerms } from '@/lib/seller/schema'

export { type Sort, sorts } from '@/lib/search/schema'
export * from './attribute-rules'
export * from './bulk'
export * from './catalogue-desk'
export * from './completeness'
export * from './countries'
export * from './engine-files'
export * from './goods'
export * from './goods-filter'
export * from './gtin'
export * from './product-input'
export * from './product-page'
export * from './product-state'
export * from './said-attributes'
export * from './seller-pictures'
export * from './seller-product'
export * from './video-link'

/** Every text of a page's DTO is already in the reader's locale; money is minor units; ratings are hundredths. */
export type Picture = {
  key: string
  alt: string
  blur: string | null
  /** The point that a crop keeps in sight, from the left and the top, 0 to 1; absent: the middle. */
  focal?: [number, number]
  /** Widths in pixels that there are files of; absent: 320 and 640. */
  widths?: number[]
  /** Key of the 1200 × 630 picture for links, cut round the focal point; absent: the picture's own. */
  og?: string
}

export type ShopRef = { id: string; slug: string; name: string }

export type ProductCard = {
  id: string
  slug: string
  title: string
  price: Money
  compareAt: Money | null
  /** Whole percent below `compareAt`; 0 without one. */
  discount: number
  rating: number
  ratingCount: number
  inStock: boolean
  shop: ShopRef & { handlingDays: number }
  image: Picture | null
  /** The one variant that a tap can add; null: the buyer has to choose on the page. */
  variantId: string | null
  /** Of several the one that fits what is chosen: `image` shows it, while `price` stays the lowest of all. */
  variant?: { id: string; sku: string; price: Money; compareAt: Money | null; discount: number; inStock: boolean }
}

export type CategoryNode = {
  id: string
  slug: string
  /** Slugs from the root: the address is `/c/` + path.join('/'). */
  path: string[]
  name: string
  image: string | null
  /** Active products in it and below. */
  count: number
  children: CategoryNode[]
}

export type Crumb = { name: string; slug: string; path: string[] }

/** `page`: the last segment of its own page below a category, of the few values that have one. */
export type FacetValue = { value: string; label: string; count: number; colour: string | null; page?: string }
/**
 * `sampled`: the counts of its values are not whole, even where those of other facets are. `range`: of numbers, whose
 * values are the bars between the least and the greatest, each written as the range that it is.
 */
export type Facet = {
  code: string
  label: string
  values: FacetValue[]
  sampled?: true
  range?: { min: number; max: number; unit: string | null }
}
export type Total = { value: number; exact: boolean }

/** Prices from the lowest to the highest; bars grow by the same factor, for prices do. */
export type PriceFacet = { min: Money; max: Money; bars: { from: Money; to: Money; count: number }[] }

export type CategoryCount = { id: string; count: number }

/** `exact` false: counted in a sample, good for proportions only. */
export type Facets = { facets: Facet[]; prices: PriceFacet | null; categories: CategoryCount[]; exact: boolean }

export type ProductList = {
  items: ProductCard[]
  facets: Facet[]
  /** Null, empty: nothing found, or not asked for. */
  prices: PriceFacet | null
  categories: CategoryCount[]
  /** Are the counts of facets, bars and categories whole? */
  facetsExact: boolean
  total: Total
  nextCursor: string | null
  /** Of a search in words: what misspelt ones were taken for, and whether only some of the words were found. */
  words: { corrected: Readonly<Record<string, string>>; relaxed: boolean; redirect: string | null } | null
}

export type Suggestions = {
  products: ProductCard[]
  categories: { slug: string; path: string[]; name: string }[]
  shops: { slug: string; name: string }[]
}

/** A search taken apart for the operator; `points` are parts times weights and add up to the score. */
export type SearchExplained = {
  query: string
  words: NonNullable<ProductList['words']>
  weights: Readonly<Record<string, number>>
  results: {
    slug: string
    title: string
    pinned: boolean
    score: number
    parts: { name: 'text' | 'phrase' | 'start' | 'code' | 'sales' | 'rating' | 'stock' | 'freshness'; points: number }[]
  }[]
}

export type HomePage = {
  categories: CategoryNode[]
  deals: ProductCard[]
  popular: ProductCard[]
  fresh: ProductCard[]
  shops: ShopCard[]
}

export type CategoryPage = {
  category: CategoryNode
  crumbs: Crumb[]
  items: ProductCard[]
  facets: Facet[]
  priceRange: { min: Money; max: Money } | null
  prices: PriceFacet | null
  facetsExact: boolean
  total: number
  page: number
  pages: number
  /** Those that have this page, too. */
  languages: Locale[]
}

export type FacetChoice = { code: string; label: string; value: string; name: string; segment: string }

/** What of a category has one value of one facet. */
export type FacetPage = CategoryPage & { choice: FacetChoice; totalExact: boolean }

export type ShopCard = ShopRef & {
  description: string
  rating: number
  ratingCount: number
  /** Percent of parcels sent in time. */
  onTime: number
  since: number
  regionCode: number
  handlingDays: number
  courierFee: Money
  postFee: Money
  freeFrom: Money | null
  productCount: number
}

export type ShopPage = {
  shop: ShopCard
  items: ProductCard[]
  /** Where its goods lie, the fullest first. */
  categories: { slug: string; name: string; count: number }[]
  total: number
  page: number
  pages: number
}

/** A line priced for an order: read inside the order's transaction, never from a cache. */
export type GoodsLine = {
  variantId: string
  productId: string
  productSlug: string
  shopId: Id<'sho'>
  shopSlug: string
  shopName: string
  /** What the shop asks for delivery. */
  terms: DeliveryTerms
  /** Its own and all above. */
  categoryIds: string[]
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  /** Of one of so many; a tier may make it less than `single`. */
  price: Money
  single: Money
  tiers: Tier[]
  minOrder: number
  multiple: number
  /** What one of it consists of; null: it is no bundle. */
  parts: BundlePart[] | null
  available: number
  quantity: number
}

export type BundlePart = {
  variantId: string
  sku: string
  title: Texts
  quantity: number
  /** What tells it from the others of its product; missing in orders from before it was kept. */
  options?: Record<string, string>
}

export type QuoteLine = GoodsLine & { commissionRule: CommissionRule }

export type ListFilter = {
  /** Only what is written in it: the reader's own, unless it is said otherwise; null: in whatever language. */
  language?: Locale | null | undefined
  q?: string | undefined
  category?: string | undefined
  shop?: string | undefined
  /** Minor units. */
  priceMin?: number | undefined
  priceMax?: number | undefined
  /** Attribute code to accepted values. */
  attributes?: Record<string, string[]> | undefined
  inStock?: boolean | undefined
  sort?: Sort | undefined
  cursor?: string | undefined
  limit?: number | undefined
  /** Facets and total cost a scan: feeds and sitemaps leave them out. */
  facets?: boolean | undefined
  /** Cards show the variant that fits what is chosen. */
  variants?: boolean | undefined
}
