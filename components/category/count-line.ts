import { formatNumber } from '@/lib/format'
import { fill, type Locale, plural } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

/** «703 ta tovar», «1 товар», «3 products»; «1 000+ ta tovar» where it was not counted to the end. */
export function countLine(count: number, locale: Locale, exact = true): string {
  const t = catalogText[locale]
  const text = plural(locale, count, { one: t.itemsOne, few: t.itemsFew, many: t.itemsMany, other: t.itemsMany })
  return fill(text, { n: `${formatNumber(count)}${exact ? '' : '+'}` })
}
