import type { PriceFacet } from '@/lib/catalog/schema'
import { formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'

/** How many goods there are at which price; what lies beyond the chosen prices is paler. */
export function PriceBars({
  prices,
  chosen,
  locale,
}: {
  prices: PriceFacet
  /** Whole soʻm. */
  chosen: { min: number | null; max: number | null }
  locale: Locale
}) {
  const t = searchText[locale]
  const most = Math.max(1, ...prices.bars.map(({ count }) => count))
  const { min, max } = chosen
  if (prices.min.amount === prices.max.amount) return null
  return (
    <ul className="mb-2 flex h-10 items-end gap-0.5" aria-label={t.priceBars}>
      {prices.bars.map(({ from, to, count }) => {
        const out = (min !== null && to.amount < min * 100) || (max !== null && from.amount > max * 100)
        const text = fill(t.priceBar, {
          from: formatMoney({ ...from, amount: Math.floor(from.amount / 100) * 100 }, locale),
          to: formatMoney({ ...to, amount: Math.ceil(to.amount / 100) * 100 }, locale),
          n: formatNumber(count),
        })
        return (
          <li
            key={from.amount}
            title={text}
            className={`min-h-px flex-1 rounded-sm ${out ? 'bg-line' : 'bg-cobalt'}`}
            style={{ height: `${Math.round((100 * count) / most)}%` }}
          >
            <span className="sr">{text}</span>
          </li>
        )
      })}
    </ul>
  )
}
