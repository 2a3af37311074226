import { fill, type Locale, plural } from '@/lib/i18n'

export type PromiseWords = Record<'promiseSoon' | 'promiseDays' | 'promiseDaysMany', string>

/** A static page may be an hour old, so it promises days from the order, never a date. */
export function deliveryPromise(handlingDays: number, locale: Locale, words: PromiseWords): string {
  if (handlingDays <= 0) return words.promiseSoon
  const to = handlingDays + 2
  const text = plural(locale, to, {
    one: words.promiseDays,
    few: words.promiseDays,
    many: words.promiseDaysMany,
    other: words.promiseDaysMany,
  })
  return fill(text, { from: handlingDays, to })
}
