import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { parcelSteps } from '@/components/order/parcel-steps'
import { DeskShell } from '@/components/seller/desk-shell'
import { LiveDesk } from '@/components/seller/live-desk'
import { ParcelBadge } from '@/components/seller/parcel-badge'
import { ParcelDetail } from '@/components/seller/parcel-detail'
import { Icon } from '@/components/ui/icon'
import { placeName } from '@/lib/address/schema'
import { readAttributes } from '@/lib/catalog'
import { formatDate } from '@/lib/format'
import { fill } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'
import { getOrder, getParcel } from '@/lib/order'
import { giveCash, moveParcel } from '../../actions'
import { openDesk } from '../../open-desk'
import { OutcomeNotice } from '../../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: sellerText[await pageLocale()].order }
}

type Props = {
  params: Promise<{ parcel: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

export default async function ParcelPage({ params, searchParams }: Props) {
  const { parcel: id } = await params
  const path = `/parcels/${encodeURIComponent(id)}`
  const { locale, actor, shell } = await openDesk('parcels', path)
  const parcel = await getParcel(id, actor)
  if (parcel === null) notFound()
  const order = await getOrder({ id: parcel.orderId }, { actor })
  const t = sellerText[locale]
  const address = parcel.contact?.address ?? null
  const place = address === null ? null : placeName(address.region, address.district, locale)
  return (
    <DeskShell {...shell}>
      <a className="link row w-fit min-h-11" href={`/${locale}/seller/parcels`}>
        <Icon name="left" small />
        {t.backToParcels}
      </a>
      <div className="row flex-wrap gap-3!">
        <h1 className="num">{fill(t.parcel, { number: parcel.orderNumber })}</h1>
        <ParcelBadge parcel={parcel} locale={locale} />
        <span className="small muted num">{formatDate(parcel.placedAt, locale, { time: true })}</span>
        <span className="grow" />
        <LiveDesk label={t.live} updated={t.newParcel} />
      </div>
      <OutcomeNotice query={await searchParams} locale={locale} />
      <ParcelDetail
        parcel={parcel}
        order={order ?? { refunds: [], returns: [], disputes: [], refundNotes: {} }}
        steps={order === null ? [] : parcelSteps(order, parcel, locale)}
        escrowDays={env.ESCROW_DAYS}
        place={place}
        labels={await readAttributes()}
        locale={locale}
        back={`/${locale}/seller${path}`}
        move={moveParcel}
        give={giveCash}
      />
    </DeskShell>
  )
}
