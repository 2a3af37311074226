import type { Metadata } from 'next'
import { LeanFrame } from '@/components/layout/site-frame'
import { ButtonLink } from '@/components/ui/button'
import { requireOperator } from '@/lib/auth'
import { formatMoney, formatNumber } from '@/lib/format'
import { moneyText } from '@/lib/i18n/messages/money'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getMarketCounts } from '@/lib/report'

// Waits for its reader: an anonymous one is sent to sign-in before a byte of the page is sent.
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].admin, robots: { index: false, follow: false } }
}

export default async function AdminPage() {
  const locale = await pageLocale()
  const actor = await requireOperator({ locale, next: `/${locale}/admin` })
  const counts = await getMarketCounts(actor)
  const t = sellerText[locale]
  const figures =
    counts === null
      ? []
      : ([
          [t.turnover, formatMoney(counts.turnover, locale)],
          [t.ordersTotal, formatNumber(counts.orders)],
          [t.paidOrders, formatNumber(counts.paidOrders)],
          [t.shops, formatNumber(counts.shops)],
          [t.products, formatNumber(counts.products)],
          [t.users, formatNumber(counts.users)],
        ] as const)
  return (
    <LeanFrame locale={locale}>
      <div className="wrap py-6">
        <h1 className="mb-5">{t.market}</h1>
        <ul className="kpis">
          {figures.map(([name, value]) => (
            <li key={name} className="kpi">
              <span className="small muted">{name}</span>
              <b className="num">{value}</b>
            </li>
          ))}
        </ul>
        <nav className="row mt-5 flex-wrap gap-3!" aria-label={t.market}>
          <ButtonLink kind="two" href={`/${locale}/admin/payouts`}>
            {moneyText[locale].adminPayouts}
          </ButtonLink>
          <ButtonLink kind="two" href={`/${locale}/admin/commission`}>
            {moneyText[locale].adminCommission}
          </ButtonLink>
        </nav>
      </div>
    </LeanFrame>
  )
}
