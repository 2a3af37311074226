import { lineName, type OptionLabels } from '@/components/cart/options-line'
import type { BundlePart } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { offerText } from '@/lib/i18n/messages/offer'

type Props = { parts: readonly BundlePart[] | null; labels: OptionLabels; locale: Locale }

export const partNames = (parts: readonly BundlePart[], labels: OptionLabels, locale: Locale): string =>
  parts.map((part) => `${lineName(part, labels, locale)}${part.quantity > 1 ? ` × ${part.quantity}` : ''}`).join(', ')

/** What one piece of a bundle brings along, under its line; nothing for plain goods. */
export function PartsLine({ parts, labels, locale }: Props) {
  if (parts === null) return null
  return (
    <span className="small muted block" data-parts="">
      {offerText[locale].bundle}: {partNames(parts, labels, locale)}
    </span>
  )
}
