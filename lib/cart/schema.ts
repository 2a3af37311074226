import { z } from 'zod'
import type { BundlePart } from '@/lib/catalog/schema'
import type { Texts } from '@/lib/i18n'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { QuantityProblem, Tier } from '@/lib/price/schema'

export type CartId = Id<'crt'>
export type CartItemId = Id<'cit'>

export const maxQuantity = 999

export const quantitySchema = z.int().min(1).max(maxQuantity)

/** POST /carts/{id}/items */
export const addItemSchema = z.strictObject({ variantId: z.string().min(1).max(64), quantity: quantitySchema })

/** PATCH /carts/{id}/items/{itemId} */
export const setQuantitySchema = z.strictObject({ quantity: quantitySchema })

export type CartStatus = 'open' | 'ordered' | 'merged'

export type CartItem = {
  id: CartItemId
  variantId: string
  productSlug: string
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  /** Of one of so many; less than `single` where a tier is reached. */
  price: Money
  single: Money
  minOrder: number
  multiple: number
  /** Those that cost less than one alone. */
  tiers: Tier[]
  /** What one of it consists of; null: it is no bundle. */
  parts: BundlePart[] | null
  quantity: number
  /** Why it cannot be ordered like this: a rule came after it was put here. */
  problem: QuantityProblem | null
  /** How many can be bought now; less than `quantity` must be shown as a problem. */
  available: number
  total: Money
}

export type CartShop = {
  shop: { id: string; slug: string; name: string }
  items: CartItem[]
  itemsTotal: Money
  /** What the courier would cost for this shop's part now (0 from `freeFrom`). */
  courierFee: Money
  postFee: Money
  /** Items total from which the courier is free; null: never. */
  freeFrom: Money | null
}

/** Prices are of this moment, computed on the server. */
export type Cart = {
  id: CartId
  status: CartStatus
  /** Set once ordered. */
  orderId: string | null
  shops: CartShop[]
  itemsTotal: Money
  /** Pieces, for the badge. */
  count: number
}
