import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminFrame } from '@/components/admin/desk-frame'
import { saidOf } from '@/components/order/said'
import { Notice } from '@/components/seller/notice'
import { RefundConsequence, RefundForm } from '@/components/seller/refund-desk'
import { Icon } from '@/components/ui/icon'
import { readAttributes } from '@/lib/catalog'
import { adminText } from '@/lib/i18n/messages/admin'
import { refundText } from '@/lib/i18n/messages/refund'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getOrder } from '@/lib/order'
import { giveBack } from '../../../../desk-actions'
import { chosenIn, readPreview } from '../../../../read-preview'
import { openAdmin } from '../../../open-admin'
import { type Query, textOf } from '../../../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: refundText[await pageLocale()].giveBack }
}

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Query> }

export default async function AdminRefundPage({ params, searchParams }: Props) {
  const { number } = await params
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('payments', `/payments/${encodeURIComponent(number)}`)
  const order = await getOrder({ number }, { actor })
  const parcel = order?.parcels.find(({ id }) => id === textOf(query, 'parcel'))
  if (order === null || parcel === undefined) notFound()
  const chosen = chosenIn(query)
  const preview = await readPreview(chosen, parcel.id, actor)
  const problem = typeof preview === 'string' ? saidOf(preview, locale) : null
  const back = `/${locale}/admin/payments/${order.number}`
  return (
    <AdminFrame {...shell} title={refundText[locale].giveBack}>
      <a className="link row w-fit min-h-11" href={back}>
        <Icon name="left" small />
        {adminText[locale].backToOrder}
      </a>
      <p className="muted num">
        {order.number} · {parcel.shop.name}
      </p>
      {problem === null ? null : <Notice {...problem} />}
      <div className="two-col mt-4">
        <section className="panel h-fit">
          <RefundForm parcel={parcel} labels={await readAttributes()} locale={locale} chosen={chosen} />
        </section>
        {preview === null || typeof preview === 'string' ? null : (
          <RefundConsequence {...{ parcel, locale, chosen, preview, back }} attempt={randomUUID()} send={giveBack} />
        )}
      </div>
    </AdminFrame>
  )
}
