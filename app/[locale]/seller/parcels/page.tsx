import type { Metadata } from 'next'
import { DeskShell } from '@/components/seller/desk-shell'
import { LiveDesk } from '@/components/seller/live-desk'
import { Pager } from '@/components/seller/pager'
import { ParcelTable } from '@/components/seller/parcel-table'
import { countOf, ParcelTabs } from '@/components/seller/parcel-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { listParcels } from '@/lib/order'
import { listParcelsSchema, parcelStatuses } from '@/lib/order/schema'
import { moveParcel } from '../actions'
import { openDesk } from '../open-desk'
import { OutcomeNotice } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].parcels }
}

const wanted = listParcelsSchema.pick({ status: true, cursor: true }).strip().catch({})

type Query = Promise<{ [key: string]: string | string[] | undefined }>

export default async function ParcelsPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const { status, cursor } = wanted.parse(query)
  const kept = new URLSearchParams({ ...(status && { status }), ...(cursor && { cursor }) }).toString()
  const path = kept === '' ? '/parcels' : `/parcels?${kept}`
  const { locale, actor, counts, shell } = await openDesk('parcels', path)
  const t = sellerText[locale]
  const page = await listParcels(actor, { ...(status && { status }), ...(cursor && { cursor }), released: true })
  const here = `/${locale}/seller/parcels`
  return (
    <DeskShell {...shell}>
      <div className="row between flex-wrap gap-3!">
        <h1>
          {t.parcels} <span className="muted num font-normal">{countOf(counts, ...parcelStatuses)}</span>
        </h1>
        <a className="link row min-h-11 min-[900px]:hidden" href={`/${locale}/seller/returns`}>
          {refundText[locale].returns}
          {shell.returning > 0 ? <span className="badge warn num">{shell.returning}</span> : null}
        </a>
        <LiveDesk label={t.live} updated={t.newParcel} />
      </div>
      <OutcomeNotice query={query} locale={locale} />
      <ParcelTabs locale={locale} status={status} counts={counts} />
      {page.items.length === 0 ? (
        <EmptyState title={t.noParcels} text={t.noParcelsHelp} action={{ href: here, label: t.showAll }} />
      ) : (
        <ParcelTable parcels={page.items} locale={locale} back={`/${locale}/seller${path}`} move={moveParcel} />
      )}
      <Pager
        first={cursor === undefined ? null : `${here}${status ? `?status=${status}` : ''}`}
        next={
          page.nextCursor === null
            ? null
            : `${here}?${new URLSearchParams({ ...(status && { status }), cursor: page.nextCursor })}`
        }
        labels={t}
      />
    </DeskShell>
  )
}
