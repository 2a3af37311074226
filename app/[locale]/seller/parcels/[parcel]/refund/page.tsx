import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { saidOf } from '@/components/order/said'
import { DeskShell } from '@/components/seller/desk-shell'
import { Notice } from '@/components/seller/notice'
import { RefundConsequence, RefundForm } from '@/components/seller/refund-desk'
import { Icon } from '@/components/ui/icon'
import { readAttributes } from '@/lib/catalog'
import { fill } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getParcel } from '@/lib/order'
import { giveBack } from '../../../../desk-actions'
import { chosenIn, readPreview } from '../../../../read-preview'
import { openDesk } from '../../../open-desk'

export async function generateMetadata(): Promise<Metadata> {
  return { title: refundText[await pageLocale()].giveBack }
}

type Props = {
  params: Promise<{ parcel: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

export default async function RefundPage({ params, searchParams }: Props) {
  const { parcel: id } = await params
  const chosen = chosenIn(await searchParams)
  const path = `/parcels/${encodeURIComponent(id)}`
  const { locale, actor, shell } = await openDesk('parcels', `${path}/refund`)
  const parcel = await getParcel(id, actor)
  if (parcel === null) notFound()
  const preview = await readPreview(chosen, parcel.id, actor)
  const problem = typeof preview === 'string' ? saidOf(preview, locale) : null
  const t = refundText[locale]
  const back = `/${locale}/seller${path}`
  return (
    <DeskShell {...shell}>
      <a className="link row w-fit min-h-11" href={back}>
        <Icon name="left" small />
        {t.backToParcel}
      </a>
      <h1>{t.giveBack}</h1>
      <p className="muted num">{fill(sellerText[locale].parcel, { number: parcel.orderNumber })}</p>
      {problem === null ? null : <Notice {...problem} />}
      <div className="two-col mt-4">
        <section className="panel h-fit">
          <RefundForm parcel={parcel} labels={await readAttributes()} locale={locale} chosen={chosen} />
        </section>
        {preview === null || typeof preview === 'string' ? null : (
          <RefundConsequence {...{ parcel, locale, chosen, preview, back }} attempt={randomUUID()} send={giveBack} />
        )}
      </div>
    </DeskShell>
  )
}
