import type { Total } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'

/** «63 ta topildi»; beyond what was counted «1 000+ ta topildi». */
export const foundLine = ({ value, exact }: Total, locale: Locale): string =>
  fill(searchText[locale].found, { n: `${formatNumber(value)}${exact ? '' : '+'}` })
