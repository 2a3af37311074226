import type { Total } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'

/** More than this many: a round number, which nobody takes for a count. */
const atLeast = (value: number): number => {
  const step = value < 200 ? 10 : 100
  return Math.max(1, Math.floor(value / step) * step)
}

/** «63 ta topildi»; beyond what was counted «1 000+ ta topildi». */
export const foundLine = ({ value, exact }: Total, locale: Locale): string =>
  fill(searchText[locale].found, { n: exact ? formatNumber(value) : `${formatNumber(atLeast(value))}+` })
