import type { Locale, Texts } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'
import type { ProductStatus } from './product-state'

export type AttributeValue = string | number | boolean | string[]

/** The seller's own view of a product: contract shape, texts in all locales, money as minor units. */
export type SellerProduct = {
  id: string
  slug: string
  /** By language, where it is not `slug`. */
  slugs: Texts
  title: Texts
  description: Texts
  category: string
  attributes: Record<string, AttributeValue>
  brand: string | null
  /** ISO 3166 code of the country. */
  origin: string | null
  video: string | null
  images: { key: string; alt?: Texts | undefined }[]
  status: ProductStatus
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
    /** While a price list is in force: what it makes of the shop's own price. */
    inForce: { price: Money; compareAtPrice: Money | null } | null
    minOrder: number
    multiple: number
    tiers: { from: number; price: Money }[]
    /** What one of it consists of; null: it is no bundle. `stock` is then what the parts allow. */
    bundle: { sku: string; quantity: number }[] | null
    ikpu: string | null
    gtin: string | null
  }[]
  /** What the operator asks to be changed before it is shown. */
  reviewNote: string | null
  updatedAt: string
}

export type SellerProductList = { items: SellerProduct[]; nextCursor: string | null }

/** Another shop's offer of what a variant is. */
export type SameGoods = { sku: string; gtin: string; slug: string; title: Texts; shop: string }

/** Goods that wait for the operator. */
export type QueuedProduct = {
  id: string
  title: string
  description: string
  locales: Locale[]
  shop: string
  category: string
  image: string | null
  price: Money
}
