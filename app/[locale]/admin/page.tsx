import type { Metadata } from 'next'
import { AdminTodo } from '@/components/admin/admin-todo'
import { AdminFrame } from '@/components/admin/desk-frame'
import { formatMoney, formatNumber } from '@/lib/format'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getMarketCounts } from '@/lib/report'
import { openAdmin } from './open-admin'

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].market }
}

export default async function AdminPage() {
  const { locale, actor, shell } = await openAdmin('market', '')
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
    <AdminFrame {...shell} title={t.market}>
      <ul className="kpis">
        {figures.map(([name, value]) => (
          <li key={name} className="kpi">
            <span className="small muted">{name}</span>
            <b className="num">{value}</b>
          </li>
        ))}
      </ul>
      {shell.todo === null ? null : <AdminTodo locale={locale} todo={shell.todo} />}
    </AdminFrame>
  )
}
