import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

/** A static page may be an hour old, so it promises days from the order, never a date. */
export function deliveryPromise(handlingDays: number, locale: Locale): string {
  const t = catalogText[locale]
  if (handlingDays <= 0) return t.promiseSoon
  return fill(t.promiseDays, { from: handlingDays, to: handlingDays + 2 })
}
