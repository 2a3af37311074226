import { formatMonth } from '@/lib/format'
import type { Locale } from '@/lib/i18n'

const TASHKENT = 5 * 3_600_000

/** This month and the five before it, by Tashkent's calendar: `2026-11` and what it is called. */
export function lastMonths(now: Date, locale: Locale): { key: string; name: string }[] {
  const local = new Date(now.getTime() + TASHKENT)
  return Array.from({ length: 6 }, (_, back) => {
    const first = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - back, 1, 7))
    const key = first.toISOString().slice(0, 7)
    return { key, name: formatMonth(first, locale) }
  })
}
