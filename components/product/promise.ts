import { fill, type Locale, plural } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

/** A static page may be an hour old, so it promises days from the order, never a date. */
export function deliveryPromise(handlingDays: number, locale: Locale): string {
  const t = catalogText[locale]
  if (handlingDays <= 0) return t.promiseSoon
  const to = handlingDays + 2
  const text = plural(locale, to, {
    one: t.promiseDays,
    few: t.promiseDays,
    many: t.promiseDaysMany,
    other: t.promiseDaysMany,
  })
  return fill(text, { from: handlingDays, to })
}
