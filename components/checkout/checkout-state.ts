import type { DeliveryMethod } from '@/lib/order/schema'
import type { Provider } from '@/lib/payment/schema'

export type CheckoutField = 'phone' | 'name' | 'region' | 'district' | 'street' | 'landmark' | 'delivery' | 'payment'

/** What the promo code takes off, in minor units, or the sentence why it does not. */
export type CouponState = { cut: { code: string; amount: number } | null; problem: string | null }

/** What a refused checkout gives back: everything that was written, and what to do about it. */
export type CheckoutState = {
  tries: number
  values: Record<string, string>
  wrong: CheckoutField[]
  /** The sentence above the form, already in the reader's language. */
  problem: string | null
  /** The cart has to be looked at before another try. */
  cartFirst: boolean
  coupon: CouponState
}

export const freshCheckout = (values: Record<string, string>, coupon: CouponState): CheckoutState => ({
  tries: 0,
  values,
  wrong: [],
  problem: null,
  cartFirst: false,
  coupon,
})

export type MethodChoice = { method: DeliveryMethod; label: string; note: string; fee: number }
export type ShopChoice = { slug: string; name: string; images: string[]; methods: MethodChoice[] }
/** `most`: a larger total cannot be paid this way, and `tooMuch` says so. */
export type ProviderChoice = { provider: Provider; label: string; note: string; most: number | null; tooMuch: string }
export type PlaceChoice = { code: number; name: string }
export type RegionChoice = PlaceChoice & { districts: PlaceChoice[] }

export const deliveryField = (slug: string): string => `delivery.${slug}`

/** The method that a form with these values has chosen; a courier unless something else was. */
export const chosenMethod = (shop: ShopChoice, values: Record<string, string>): MethodChoice | undefined =>
  shop.methods.find(({ method }) => method === values[deliveryField(shop.slug)]) ?? shop.methods[0]

export const defaultMethods = (shops: readonly ShopChoice[]): Record<string, string> =>
  Object.fromEntries(shops.map((shop) => [deliveryField(shop.slug), shop.methods[0]?.method ?? '']))

/** Store credit to spend, and the least that a provider is asked for beside it; minor units. */
export type CreditChoice = { have: number; least: number }

/** How much of a total store credit can pay: all of it, or so much that a provider still takes the rest. */
export const usableCredit = ({ have, least }: CreditChoice, total: number): number =>
  have >= total ? total : Math.max(0, Math.min(have, total - least))

/** Goods and every chosen delivery, in minor units: what the buyer sees is what `expectedTotal` says. */
export const shownTotal = (items: number, shops: readonly ShopChoice[], values: Record<string, string>): number =>
  shops.reduce((total, shop) => total + (chosenMethod(shop, values)?.fee ?? 0), items)
