import type { PriceFacet } from '@/lib/catalog/schema'
import { formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { RangeBars } from './range-bars'

/** How many goods there are at which price. */
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
  const { min, max } = chosen
  if (prices.min.amount === prices.max.amount) return null
  const bars = prices.bars.map(({ from, to, count }) => ({
    key: String(from.amount),
    count,
    out: (min !== null && to.amount < min * 100) || (max !== null && from.amount > max * 100),
    text: fill(t.priceBar, {
      from: formatMoney({ ...from, amount: Math.floor(from.amount / 100) * 100 }, locale),
      to: formatMoney({ ...to, amount: Math.ceil(to.amount / 100) * 100 }, locale),
      n: formatNumber(count),
    }),
  }))
  return <RangeBars bars={bars} label={t.priceBars} />
}
