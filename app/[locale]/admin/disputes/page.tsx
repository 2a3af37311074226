import type { Metadata } from 'next'
import { AdminFrame } from '@/components/admin/desk-frame'
import { DisputeDesk, DisputeTabs } from '@/components/admin/dispute-desk'
import { Pager } from '@/components/seller/pager'
import { adminText } from '@/lib/i18n/messages/admin'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listDisputes } from '@/lib/order'
import { decideDispute } from '../money-actions'
import { openAdmin } from '../open-admin'
import { AdminOutcome, type Query, textOf } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].disputes }
}

export default async function DisputesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('disputes', '/disputes')
  const status = query['status'] === 'resolved' ? 'resolved' : 'open'
  const cursor = textOf(query, 'cursor')
  const page = await listDisputes(actor, { status, cursor })
  const t = adminText[locale]
  const here = `/${locale}/admin/disputes`
  const first = status === 'open' ? here : `${here}?status=resolved`
  return (
    <AdminFrame {...shell} title={t.disputes} lead={t.disputesLead}>
      <AdminOutcome query={query} locale={locale} />
      <DisputeTabs locale={locale} status={status} />
      {page.items.length === 0 ? <p className="panel muted mt-4">{t.noDisputes}</p> : null}
      <DisputeDesk disputes={page.items} locale={locale} back={here} decide={decideDispute} />
      <Pager
        first={cursor === undefined ? null : first}
        next={page.nextCursor === null ? null : `${here}?${new URLSearchParams({ status, cursor: page.nextCursor })}`}
        labels={sellerText[locale]}
      />
    </AdminFrame>
  )
}
