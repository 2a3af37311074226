import type { Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { ParcelStatus } from '@/lib/order/schema'
import type { ParcelCounts } from '@/lib/report/schema'

const tabs = ['all', 'pending', 'confirmed', 'packed', 'shipped', 'delivered', 'cancelled'] as const

export function ParcelTabs({ locale, status, counts }: {
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
          <span className="n num">{tab === 'pending' ? counts.pending + counts.held : counts[tab]}</span>
        </a>
      ))}
    </nav>
  )
}
