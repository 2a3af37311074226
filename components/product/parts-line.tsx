import type { BundlePart } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { offerText } from '@/lib/i18n/messages/offer'

/** What one piece of a bundle brings along, under its line; nothing for plain goods. */
export function PartsLine({ parts, locale }: { parts: readonly BundlePart[] | null; locale: Locale }) {
  if (parts === null) return null
  const names = parts.map(({ title, quantity }) => `${pick(title, locale)}${quantity > 1 ? ` × ${quantity}` : ''}`)
  return (
    <span className="small muted block" data-parts="">
      {offerText[locale].bundle}: {names.join(', ')}
    </span>
  )
}
