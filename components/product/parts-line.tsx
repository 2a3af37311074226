import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import type { BundlePart } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { offerText } from '@/lib/i18n/messages/offer'

type Props = { parts: readonly BundlePart[] | null; labels: OptionLabels; locale: Locale }

/** What one piece of a bundle brings along, under its line; nothing for plain goods. */
export function PartsLine({ parts, labels, locale }: Props) {
  if (parts === null) return null
  const names = parts.map(({ title, options, quantity }) => {
    const which = optionsLine(options ?? {}, labels, locale)
    return `${pick(title, locale)}${which === '' ? '' : ` (${which})`}${quantity > 1 ? ` × ${quantity}` : ''}`
  })
  return (
    <span className="small muted block" data-parts="">
      {offerText[locale].bundle}: {names.join(', ')}
    </span>
  )
}
