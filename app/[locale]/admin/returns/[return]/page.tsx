import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminFrame } from '@/components/admin/desk-frame'
import { ReturnDetail } from '@/components/seller/return-detail'
import { ReturnBadge } from '@/components/seller/return-table'
import { Icon } from '@/components/ui/icon'
import { readAttributes } from '@/lib/catalog'
import { fill } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { refundText } from '@/lib/i18n/messages/refund'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getReturn } from '@/lib/order'
import { answerReturn } from '../../../desk-actions'
import { openAdmin } from '../../open-admin'
import { AdminOutcome, type Query } from '../../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].returns }
}

type Props = { params: Promise<{ return: string }>; searchParams: Promise<Query> }

export default async function AdminReturnPage({ params, searchParams }: Props) {
  const id = (await params).return
  const path = `/returns/${encodeURIComponent(id)}`
  const { locale, actor, shell } = await openAdmin('returns', path)
  const one = await getReturn(id, actor)
  if (one === null) notFound()
  const t = adminText[locale]
  return (
    <AdminFrame {...shell} title={fill(refundText[locale].returnOf, { number: one.orderNumber })}>
      <p className="row flex-wrap gap-4!">
        <a className="link row min-h-11" href={`/${locale}/admin/returns`}>
          <Icon name="left" small />
          {t.backToReturns}
        </a>
        <ReturnBadge status={one.status} locale={locale} />
        <a className="link inline-flex min-h-11 items-center" href={`/${locale}/admin/payments/${one.orderNumber}`}>
          {t.order}
        </a>
      </p>
      <AdminOutcome query={await searchParams} locale={locale} />
      <ReturnDetail
        one={one}
        labels={await readAttributes()}
        locale={locale}
        back={`/${locale}/admin${path}`}
        answer={answerReturn}
      />
    </AdminFrame>
  )
}
