import { fill, type Locale, plural } from '@/lib/i18n'

type Words = { itemsOne: string; itemsFew: string; itemsMany: string }

/** `4 ta tovar`, `4 товара`, `4 items` */
export const goodsCount = (n: number, words: Words, locale: Locale): string =>
  fill(plural(locale, n, { one: words.itemsOne, few: words.itemsFew, many: words.itemsMany, other: words.itemsMany }), {
    n,
  })
