import type { Metadata } from 'next'
import { DeskShell } from '@/components/seller/desk-shell'
import { LiveDesk } from '@/components/seller/live-desk'
import { Pager } from '@/components/seller/pager'
import { ReturnTable, ReturnTabs } from '@/components/seller/return-table'
import { EmptyState } from '@/components/ui/empty-state'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listReturns } from '@/lib/order'
import { returnStatuses } from '@/lib/order/schema'
import { openDesk } from '../open-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: refundText[await pageLocale()].returns }
}

type Query = Promise<{ [key: string]: string | string[] | undefined }>

export default async function ReturnsPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const { locale, actor, shell } = await openDesk('returns', '/returns')
  const status = returnStatuses.find((one) => one === query['status'])
  const cursor = typeof query['cursor'] === 'string' ? query['cursor'].slice(0, 200) : undefined
  const page = await listReturns(actor, { status, cursor })
  const here = `/${locale}/seller/returns`
  const t = refundText[locale]
  const words = sellerText[locale]
  const next = new URLSearchParams({ ...(status && { status }), cursor: page.nextCursor ?? '' })
  return (
    <DeskShell {...shell}>
      <div className="row between flex-wrap gap-3!">
        <h1>{t.returns}</h1>
        <LiveDesk label={words.live} updated={words.newParcel} />
      </div>
      <ReturnTabs locale={locale} here={here} status={status} />
      {page.items.length === 0 ? (
        <EmptyState
          title={t.noReturns}
          text={t.noReturnsHelp}
          action={{ href: `/${locale}/seller/parcels`, label: words.backToParcels }}
        />
      ) : (
        <ReturnTable returns={page.items} locale={locale} here={here} />
      )}
      <Pager
        first={cursor === undefined ? null : `${here}${status ? `?status=${status}` : ''}`}
        next={page.nextCursor === null ? null : `${here}?${next}`}
        labels={words}
      />
    </DeskShell>
  )
}
