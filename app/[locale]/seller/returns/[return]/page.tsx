import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DeskShell } from '@/components/seller/desk-shell'
import { LiveDesk } from '@/components/seller/live-desk'
import { ReturnDetail } from '@/components/seller/return-detail'
import { ReturnBadge } from '@/components/seller/return-table'
import { Icon } from '@/components/ui/icon'
import { readAttributes } from '@/lib/catalog'
import { fill } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getReturn } from '@/lib/order'
import { answerReturn } from '../../../desk-actions'
import { openDesk } from '../../open-desk'
import { OutcomeNotice } from '../../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: refundText[await pageLocale()].returns }
}

type Props = {
  params: Promise<{ return: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

export default async function ReturnPage({ params, searchParams }: Props) {
  const id = (await params).return
  const path = `/returns/${encodeURIComponent(id)}`
  const { locale, actor, shell } = await openDesk('returns', path)
  const one = await getReturn(id, actor)
  if (one === null) notFound()
  const t = refundText[locale]
  const words = sellerText[locale]
  return (
    <DeskShell {...shell}>
      <a className="link row w-fit min-h-11" href={`/${locale}/seller/returns`}>
        <Icon name="left" small />
        {t.backToReturns}
      </a>
      <div className="row flex-wrap gap-3!">
        <h1 className="num">{fill(t.returnOf, { number: one.orderNumber })}</h1>
        <ReturnBadge status={one.status} locale={locale} />
        <a
          className="link inline-flex min-h-11 items-center"
          href={`/${locale}/seller/parcels/${encodeURIComponent(one.parcelId)}`}
        >
          {words.order}
        </a>
        <span className="grow" />
        <LiveDesk label={words.live} updated={words.newParcel} />
      </div>
      <OutcomeNotice query={await searchParams} locale={locale} />
      <ReturnDetail
        one={one}
        labels={await readAttributes()}
        locale={locale}
        back={`/${locale}/seller${path}`}
        answer={answerReturn}
      />
    </DeskShell>
  )
}
