import type { Variant } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { offerText } from '@/lib/i18n/messages/offer'
import { leastOrder } from '@/lib/price/schema'

/** What stands under a price: what the old one is measured by, and how many are sold at once. */
export function priceNotes(variant: Variant, locale: Locale): string[] {
  const t = offerText[locale]
  const { compareAt, reference, minOrder, multiple } = variant
  const least = leastOrder(variant)
  return [
    ...(compareAt && reference ? [fill(t.lowest, { price: formatMoney(reference, locale) })] : []),
    ...(minOrder > 1 ? [fill(t.atLeast, { n: least })] : []),
    ...(multiple > 1 ? [fill(t.packs, { n: multiple })] : []),
  ]
}

export const tierRows = (variant: Variant, locale: Locale): [string, string][] =>
  variant.tiers.map(({ from, price }) => [fill(offerText[locale].from, { n: from }), formatMoney(price, locale)])
