import { z } from 'zod'
import { findDistrict, findRegion } from '@/lib/address/schema'
import type { Actor } from '@/lib/auth/schema'
import type { BundlePart } from '@/lib/catalog/schema'
import type { Locale, Texts } from '@/lib/i18n'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { Payment, Provider, Refund } from '@/lib/payment/schema'
import { providerSchema } from '@/lib/payment/schema'
import type { QuantityProblem } from '@/lib/price/schema'
import type { CouponRefusal } from '@/lib/promotion/schema'
import type { Dispute, Return } from './refund-schema'
import type { TimelineEntry } from './timeline'

export type { FrozenRule } from './domain/commission'
export { LEAST_PAID } from './domain/keep-payable'

export * from './refund-schema'
export * from './timeline'

export type OrderId = Id<'ord'>
export type ParcelId = Id<'par'>
export type LineId = Id<'lin'>

export const orderStatuses = ['placed', 'paid', 'cancelled', 'completed'] as const
export type OrderStatus = (typeof orderStatuses)[number]
export const parcelStatuses = [
  'pending',
  'confirmed',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
] as const
export type ParcelStatus = (typeof parcelStatuses)[number]
export const deliveryMethods = ['pickup', 'courier', 'post'] as const
export type DeliveryMethod = (typeof deliveryMethods)[number]

const code = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
])

export const contactSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  phone: z.string().regex(/^\+[1-9]\d{7,14}$/),
  email: z.email().max(200).optional(),
})

export const orderAddressSchema = z
  .strictObject({
    /** Codes of lib/address/regions.json */
    region: code,
    district: code,
    street: z.string().trim().min(1).max(200),
    landmark: z.string().trim().max(200).optional(),
  })
  .superRefine(({ region, district }, context) => {
    if (findRegion(region) === undefined)
      context.addIssue({ code: 'custom', path: ['region'], message: 'There is no such region' })
    else if (findDistrict(region, district) === undefined)
      context.addIssue({ code: 'custom', path: ['district'], message: 'There is no such district in this region' })
  })

const moneySchema = z.strictObject({ amount: z.string().regex(/^\d{1,15}$/), currency: z.enum(['UZS', 'USD']) })

/** Body of POST /carts/{id}/checkout and of the checkout form. */
export const placeOrderSchema = z.strictObject({
  contact: contactSchema,
  address: orderAddressSchema.optional(),
  deliveries: z
    .array(z.strictObject({ shop: z.string().min(1).max(100), method: z.enum(deliveryMethods) }))
    .min(1)
    .max(200),
  payment: z.strictObject({ provider: providerSchema }),
  coupon: z.string().trim().max(64).optional(),
  /** What a person who has signed in pays with store credit of the total. */
  credit: moneySchema.optional(),
  /** Protects the buyer from a change between page and click. */
  expectedTotal: moneySchema.optional(),
})
export type PlaceOrderInput = z.infer<typeof placeOrderSchema>

export const cancelOrderSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) })
export const shipParcelSchema = z.strictObject({
  tracking: z.string().trim().min(1).max(100).optional(),
  carrier: z.string().trim().min(1).max(60).optional(),
})
export const deliverParcelSchema = z.strictObject({
  /** The buyer's delivery code: confirms the receipt as well. */
  code: z.string().trim().min(1).max(12).optional(),
})
export const returnParcelSchema = z.strictObject({ restock: z.boolean().optional() })
export const cancelParcelSchema = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() })

export const listParcelsSchema = z.strictObject({
  status: z.enum(parcelStatuses).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type ListParcels = {
  status?: ParcelStatus | undefined
  released?: boolean | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** `order`: as its buyer sees it at this moment. */
export type PlacedOrder = { orderId: OrderId; number: string; total: Money; accessToken: string; order: Order }

export type PlaceOrderFailure =
  | 'not-found'
  | 'cart-closed'
  | 'empty-order'
  | 'out-of-stock'
  /** detail: variantId, minOrder, multiple */
  | QuantityProblem
  /** detail.total: the new total as Money */
  | 'price-changed'
  | 'address-required'
  /** A shop of the cart has no delivery, or one that is not in the cart has. */
  | 'unknown-delivery'
  | 'unknown-address'
  | CouponRefusal
  | 'amount-too-large'
  /** Meanwhile it was spent elsewhere. detail.left: what there is, in minor units. */
  | 'not-enough-credit'
  /** More than the total, or so much that what is left cannot be paid by this way of paying. */
  | 'wrong-credit'
  /** detail.most: what may be paid at the door, as Money; without it nothing may. */
  | 'cash-unavailable'

/** Any one of them opens the order; a shop key opens its own parcel only. */
export type OrderAccess = { token?: string | undefined; phone?: string | undefined; actor?: Actor | undefined }

export type ParcelLine = {
  id: LineId
  variantId: string
  productId: string
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  quantity: number
  price: Money
  /** price times quantity less discount */
  total: Money
  /** Given back of it, and how many pieces came back or were refunded one by one. */
  refunded: Money
  refundedQuantity: number
  /** What one piece of a bundle consisted of; null: it was none. */
  parts: BundlePart[] | null
}

export type Parcel = {
  id: ParcelId
  orderId: OrderId
  orderNumber: string
  shop: { id: string; slug: string; name: string }
  status: ParcelStatus
  /** May the shop act on it: paid, or cash on delivery. */
  released: boolean
  method: DeliveryMethod
  items: ParcelLine[]
  itemsTotal: Money
  delivery: Money
  discount: Money
  /** The market's part of all discounts: the shop's, less what refunds gave back. */
  subsidy: Money
  subsidyBack: Money
  total: Money
  commission: Money
  /** Given back to the buyer of it, delivery included. */
  refunded: Money
  /** Was it paid for: it can be refunded, returned, disputed. */
  paid: boolean
  carrier: string | null
  tracking: string | null
  /** Told to the buyer alone, who gives it to the courier; null for everyone else, and once it is of no more use. */
  deliveryCode: string | null
  placedAt: string
  updatedAt: string
  deliveredAt: string | null
  /** Receipt confirmed: the shop's share has left escrow, except what is disputed. */
  receivedAt: string | null
  receivedBy: 'buyer' | 'code' | 'timer' | 'operator' | null
}

export type OrderContact = {
  name: string
  phone: string
  email: string | null
  address: { region: number; district: number; street: string; landmark: string | null } | null
}

/** A parcel as its shop sees it: with whom to deliver to. */
export type ShopParcel = Parcel & { contact: OrderContact | null }

export type Order = {
  id: OrderId
  number: string
  status: OrderStatus
  /** `credit`: nothing was left for a provider. */
  provider: Provider | 'credit'
  itemsTotal: Money
  deliveryTotal: Money
  discountTotal: Money
  total: Money
  paidTotal: Money
  refundedTotal: Money
  /** Of `total`: paid with store credit; and given back of it. */
  credit: Money
  creditBack: Money
  placedAt: string
  /** Null where the reader may not know it. */
  contact: OrderContact | null
  locale: Locale
  parcels: Parcel[]
  payments: Payment[]
  refunds: Refund[]
  returns: Return[]
  disputes: Dispute[]
  /** Why it was cancelled, in the buyer's own words. */
  cancelWords: string | null
  /** By refund: what the shop wrote when it gave cash back by hand. */
  refundNotes: Record<string, string>
  timeline: TimelineEntry[]
}

export type OrderSummary = {
  id: OrderId
  number: string
  status: OrderStatus
  total: Money
  placedAt: string
  parcels: { id: ParcelId; status: ParcelStatus; shopName: string }[]
  images: string[]
}

export type Page<Item> = { items: Item[]; nextCursor: string | null }
