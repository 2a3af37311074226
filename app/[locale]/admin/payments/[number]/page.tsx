import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdminFrame } from '@/components/admin/desk-frame'
import { OrderMoney } from '@/components/admin/order-money'
import { Icon } from '@/components/ui/icon'
import { fill } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getOrder } from '@/lib/order'
import { listCaptures } from '@/lib/payment'
import { openAdmin } from '../../open-admin'
import { AdminOutcome, type Query } from '../../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].payments }
}

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Query> }

export default async function OrderMoneyPage({ params, searchParams }: Props) {
  const { number } = await params
  const { locale, actor, shell } = await openAdmin('payments', `/payments/${encodeURIComponent(number)}`)
  const order = await getOrder({ number }, { actor })
  if (order === null) notFound()
  const captures = await listCaptures(order.payments.map(({ id }) => id))
  const t = adminText[locale]
  return (
    <AdminFrame {...shell} title={fill(t.orderOf, { number: order.number })}>
      <p className="row flex-wrap gap-4!">
        <a className="link row min-h-11" href={`/${locale}/admin/payments`}>
          <Icon name="left" small />
          {t.backToPayments}
        </a>
        <a className="link inline-flex min-h-11 items-center" href={`/${locale}/orders/${order.number}`}>
          {t.buyerPage}
        </a>
      </p>
      <AdminOutcome query={await searchParams} locale={locale} />
      <OrderMoney order={order} captures={captures} locale={locale} />
    </AdminFrame>
  )
}
