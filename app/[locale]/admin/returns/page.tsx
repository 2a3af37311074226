import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { Pager } from '@/components/seller/pager'
import { ReturnTable, ReturnTabs } from '@/components/seller/return-table'
import { adminText } from '@/lib/i18n/messages/admin'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listReturns } from '@/lib/order'
import { returnStatuses } from '@/lib/order/schema'
import { openAdmin } from '../open-admin'
import { type Query, textOf } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].returns }
}

export default async function AdminReturnsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('returns', '/returns')
  const status = returnStatuses.find((one) => one === query['status'])
  const cursor = textOf(query, 'cursor')
  const page = await listReturns(actor, { status, cursor })
  const here = `/${locale}/admin/returns`
  const t = adminText[locale]
  const next = new URLSearchParams({ ...(status && { status }), cursor: page.nextCursor ?? '' })
  return (
    <AdminFrame {...shell} title={t.returns} lead={t.returnsLead}>
      <ReturnTabs locale={locale} here={here} status={status} />
      {page.items.length === 0 ? <p className="panel muted mt-4">{refundText[locale].noReturns}</p> : null}
      {page.items.length === 0 ? null : <ReturnTable returns={page.items} locale={locale} here={here} />}
      <Pager
        first={cursor === undefined ? null : `${here}${status ? `?status=${status}` : ''}`}
        next={page.nextCursor === null ? null : `${here}?${next}`}
        labels={sellerText[locale]}
      />
    </AdminFrame>
  )
}
