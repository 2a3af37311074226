import type { Texts } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

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
