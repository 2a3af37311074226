import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { RefundDesk, RefundTabs, refundStates } from '@/components/admin/refund-desk'
import { Pager } from '@/components/seller/pager'
import { adminText } from '@/lib/i18n/messages/admin'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listMarketRefunds } from '@/lib/report'
import { markSettled } from '../money-actions'
import { openAdmin } from '../open-admin'
import { AdminOutcome, type Query, textOf } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].refunds }
}

/** What a person has to do comes first: without a choice only that is shown. */
export default async function RefundsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('refunds', '/refunds')
  const status = refundStates.find((one) => one === query['status']) ?? 'manual'
  const cursor = textOf(query, 'cursor')
  const page = await listMarketRefunds(actor, { status, cursor })
  const t = adminText[locale]
  const here = `/${locale}/admin/refunds`
  const first = status === 'manual' ? here : `${here}?status=${status}`
  return (
    <AdminFrame {...shell} title={t.refunds} lead={t.refundsLead}>
      <AdminOutcome query={query} locale={locale} />
      <section className="panel mt-4">
        <RefundTabs locale={locale} status={status} />
        {page.items.length === 0 ? <p className="muted py-4">{t.noRefunds}</p> : null}
        {page.items.length === 0 ? null : (
          <RefundDesk refunds={page.items} locale={locale} back={first} settle={markSettled} />
        )}
        <Pager
          first={cursor === undefined ? null : first}
          next={page.nextCursor === null ? null : `${here}?${new URLSearchParams({ status, cursor: page.nextCursor })}`}
          labels={sellerText[locale]}
        />
      </section>
    </AdminFrame>
  )
}
