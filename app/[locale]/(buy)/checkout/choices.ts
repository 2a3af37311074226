import type { MethodChoice, ProviderChoice, RegionChoice, ShopChoice } from '@/components/checkout/checkout-state'
import type { SavedAddress } from '@/lib/address'
import { districtChoices, regionChoices } from '@/lib/address/schema'
import type { Actor } from '@/lib/auth/schema'
import type { Cart, CartShop } from '@/lib/cart/schema'
import { formatMoney, formatPhone } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { checkoutText } from '@/lib/i18n/messages/checkout'
import { largestPayment, type Provider } from '@/lib/payment/schema'

const methodsOf = ({ courierFee, postFee }: CartShop, locale: Locale): MethodChoice[] => {
  const t = checkoutText[locale]
  return [
    { method: 'courier', label: t.courier, note: t.courierNote, fee: courierFee.amount },
    { method: 'pickup', label: t.pickup, note: t.pickupTime, fee: 0 },
    { method: 'post', label: t.post, note: t.postNote, fee: postFee.amount },
  ]
}

export const shopChoices = (cart: Cart, locale: Locale): ShopChoice[] =>
  cart.shops.map((part) => ({
    slug: part.shop.slug,
    name: part.shop.name,
    images: [...new Set(part.items.flatMap(({ image }) => (image === null ? [] : [image])))].slice(0, 3),
    methods: methodsOf(part, locale),
  }))

/** Whoever can take the money; `most` is what the provider takes at once, in minor units. */
export function providerChoices(offered: readonly Provider[], locale: Locale): ProviderChoice[] {
  const t = checkoutText[locale]
  return offered.map((provider) => {
    const most = largestPayment[provider] ?? null
    const tooMuch =
      most === null ? '' : fill(t.tooMuch, { most: formatMoney({ amount: most, currency: 'UZS' }, locale) })
    return { provider, label: t[provider], note: t[`${provider}Note`], most, tooMuch }
  })
}

export const regionTree = (locale: Locale): RegionChoice[] =>
  regionChoices(locale).map((region) => ({ ...region, districts: districtChoices(region.code, locale) }))

/** What we know already is not asked again. */
export function prefilled(actor: Actor, address: SavedAddress | undefined): Record<string, string> {
  const person: Record<string, string> =
    actor.kind === 'user' ? { phone: formatPhone(actor.phone), name: actor.name } : {}
  if (address === undefined) return person
  const { region, district, street, landmark } = address
  return { ...person, region: String(region), district: String(district), street, landmark: landmark ?? '' }
}
