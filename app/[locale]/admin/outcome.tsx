import { saidOf } from '@/components/order/said'
import { Notice } from '@/components/seller/notice'
import type { Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'

export type Query = { [key: string]: string | string[] | undefined }

/** What the last form of the operator's desk did. */
export function AdminOutcome({ query, locale }: { query: Query; locale: Locale }) {
  const { outcome } = query
  const t = adminText[locale]
  if (outcome === 'settled' || outcome === 'resolved') return <Notice text={t[outcome]} problem={false} />
  if (outcome === 'inProgress') return <Notice text={t.inProgress} problem />
  const said = saidOf(outcome, locale)
  return said === null ? null : <Notice {...said} />
}

/** A page's own part of the address. */
export const textOf = (query: Query, name: string, most = 200): string | undefined => {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value.slice(0, most) : undefined
}
