import { z } from 'zod'
import type { Money } from '@/lib/kernel/money'
import type { Locale, Texts } from '@/lib/i18n'

/** Every text of a page's DTO is already in the reader's locale; money is minor units; ratings are hundredths. */
export type Picture = { key: string; alt: string; blur: string | null }

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

export type FacetValue = { value: string; label: string; count: number; colour: string | null }
export type Facet = { code: string; label: string; values: FacetValue[] }
export type Total = { value: number; exact: boolean }

export type ProductList = {
  items: ProductCard[]
  facets: Facet[]
  total: Total
  nextCursor: string | null
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
  total: number
  page: number
  pages: number
}

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

export type ShopPage = { shop: ShopCard; items: ProductCard[]; total: number; page: number; pages: number }

export type Variant = {
  id: string
  sku: string
  /** Option code to value code. */
  options: Record<string, string>
  /** «kobalt, 1,2 litr»: empty for an only variant. */
  label: string
  price: Money
  compareAt: Money | null
  inStock: boolean
  /** Sellable now, at most 20: enough for «3 ta qoldi», no stock list for rivals. */
  available: number
  /** Index into `images`. */
  image: number
}

export type OptionAxis = {
  code: string
  label: string
  values: { value: string; label: string; colour: string | null; image: number | null; inStock: boolean }[]
}

export type ReviewItem = { id: string; author: string; rating: number; text: string; locale: string; createdAt: string }

export type ProductPage = {
  id: string
  slug: string
  title: string
  description: string
  /** Locales in which title and description were written: only these are offered to search engines. */
  locales: Locale[]
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
  | { kind: 'gone' }
  | { kind: 'missing' }

/** A line priced for an order: read inside the order's transaction, never from a cache. */
export type QuoteLine = {
  variantId: string
  productId: string
  productSlug: string
  shopId: string
  shopSlug: string
  shopName: string
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  price: Money
  commissionBp: number
  available: number
  quantity: number
}

export const sorts = ['relevance', 'price', '-price', 'new', 'rating'] as const
export type Sort = (typeof sorts)[number]

export type ListFilter = {
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
}

export const productStatuses = ['draft', 'active', 'archived'] as const

const written = (max: number) =>
  z.strictObject({
    uz: z.string().trim().min(1).max(max).optional(),
    ru: z.string().trim().min(1).max(max).optional(),
    en: z.string().trim().min(1).max(max).optional(),
  })
const titled = written(200).refine((texts) => Object.values(texts).some(Boolean), 'write the title in one language')

/** Wire money is converted by `fromWire` of the REST layer; commands take minor units. */
export const amountSchema = z.number().int().positive().max(1e15)
export const wireMoneySchema = z.strictObject({
  amount: z.string().regex(/^[1-9]\d{0,14}$/, 'whole minor units'),
  currency: z.literal('UZS'),
})

const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _.'ʻʼ-]{0,39}$/u)
const optionValue = z.string().trim().min(1).max(80)
const attributeValue = z.union([z.string().trim().min(1).max(200), z.number(), z.boolean()])

export const imageInputSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,80}$/),
  alt: written(300).optional(),
})

export const variantInputSchema = z.strictObject({
  sku: z.string().trim().regex(/^[\p{L}\p{N}][\p{L}\p{N}._/+-]{0,63}$/u, 'letters, digits and . _ / + -'),
  options: z.record(code, optionValue).default({}),
  price: wireMoneySchema,
  compareAtPrice: wireMoneySchema.nullable().optional(),
  stock: z.number().int().min(0).max(1_000_000).default(0),
  ikpu: z.string().regex(/^\d{17}$/).optional(),
})

/** A picture is a key of the gallery or an address; addresses are kept only when they are ours. */
const imagesSchema = z.array(z.union([z.string().trim().min(1).max(2000), imageInputSchema])).max(10)

export const productInputSchema = z.strictObject({
  title: titled,
  description: written(10_000).default({}),
  category: z.string().min(1).max(120),
  attributes: z.record(code, attributeValue).default({}),
  images: imagesSchema.default([]),
  variants: z.array(variantInputSchema).min(1).max(100),
  status: z.enum(productStatuses).default('draft'),
})
export type ProductInput = z.infer<typeof productInputSchema>

/** What is left out stays; variants are matched by SKU. */
export const productPatchSchema = z.strictObject({
  title: titled.optional(),
  description: written(10_000).optional(),
  category: z.string().min(1).max(120).optional(),
  attributes: z.record(code, attributeValue).optional(),
  images: imagesSchema.optional(),
  variants: z
    .array(
      variantInputSchema.partial().extend({
        sku: variantInputSchema.shape.sku,
        options: z.record(code, optionValue).optional(),
        stock: z.number().int().min(0).max(1_000_000).optional(),
      }),
    )
    .min(1)
    .max(100)
    .optional(),
  status: z.enum(productStatuses).optional(),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(120)
    .optional(),
})
export type ProductPatch = z.infer<typeof productPatchSchema>

export const stockInputSchema = z
  .array(z.strictObject({ sku: z.string().min(1).max(100), quantity: z.number().int().min(0).max(1_000_000) }))
  .min(1)
  .max(1000)
export type StockInput = z.infer<typeof stockInputSchema>

/** The seller's own view of a product: contract shape, texts in all locales, money as minor units. */
export type SellerProduct = {
  id: string
  slug: string
  title: Texts
  description: Texts
  category: string
  attributes: Record<string, string | number | boolean>
  images: { key: string; alt?: Texts | undefined }[]
  status: 'draft' | 'review' | 'active' | 'archived'
  price: Money
  variants: {
    id: string
    sku: string
    options: Record<string, string>
    price: Money
    compareAtPrice: Money | null
    /** Sellable: on hand less reserved. */
    stock: number
    reserved: number
    ikpu: string | null
  }[]
  updatedAt: string
}

export type SellerProductList = { items: SellerProduct[]; nextCursor: string | null }

export type ImportReport = {
  created: number
  updated: number
  unchanged: number
  variants: number
  errors: { line: number; handle: string; code: string; message: string }[]
  dryRun: boolean
}
