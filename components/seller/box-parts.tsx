import { type OptionLabels, optionsLine } from '@/components/cart/options-line'
import { pick } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { ParcelLine } from '@/lib/order/schema'

type Props = {
  heading: string
  item: Pick<ParcelLine, 'parts' | 'quantity'>
  labels: OptionLabels
  locale: Locale
}

/** Of a bundle the parts stand in the box: so many of each for all of its pieces. */
export function BoxParts({ heading, item, labels, locale }: Props) {
  if (item.parts === null) return null
  return (
    <div className="basis-full rounded-control bg-sunk px-3 py-2">
      <b className="small block font-semibold">{heading}</b>
      <ul className="small" data-parts="">
        {item.parts.map((part) => (
          <li key={part.variantId} className="row justify-between gap-3! py-1">
            <span>
              {pick(part.title, locale)}{' '}
              <span className="muted num">
                {[part.sku, optionsLine(part.options ?? {}, labels, locale)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <b className="num whitespace-nowrap">
              {fill(sellerText[locale].pieces, { count: part.quantity * item.quantity })}
            </b>
          </li>
        ))}
      </ul>
    </div>
  )
}
