import type { Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import { type ParcelStatus, parcelStatuses } from '@/lib/order/schema'

/** How many of the shop's parcels stand where; a missing status has none. */
export type ParcelCounts = Partial<Record<ParcelStatus, number>>

export const countOf = (counts: ParcelCounts, ...statuses: readonly ParcelStatus[]): number =>
  statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)

const tabs = ['all', 'pending', 'confirmed', 'packed', 'shipped', 'delivered', 'cancelled'] as const

export function ParcelTabs({
  locale,
  status,
  counts,
}: {
  locale: Locale
  status: ParcelStatus | undefined
  counts: ParcelCounts
}) {
  const t = sellerText[locale]
  return (
    <nav className="tabs" aria-label={t.filter}>
      {tabs.map((tab) => (
        <a
          key={tab}
          href={`/${locale}/seller/parcels${tab === 'all' ? '' : `?status=${tab}`}`}
          aria-current={tab === (status ?? 'all') ? 'page' : undefined}
        >
          {t[tab]}
          <span className="n num">{countOf(counts, ...(tab === 'all' ? parcelStatuses : [tab]))}</span>
        </a>
      ))}
    </nav>
  )
}
