import { formatDate } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import type { frequencies } from '@/lib/payout/schema'

/** `weekly:2026-11-16` → `Har hafta, 16-noyabr`. */
export function periodName(period: string, locale: Locale): string {
  const [every = '', day = ''] = period.split(':')
  const name = moneyText[locale][every as (typeof frequencies)[number]]
  return `${name}, ${formatDate(`${day}T12:00:00+05:00`, locale)}`
}
