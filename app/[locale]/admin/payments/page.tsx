import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdminFrame } from '@/components/admin/desk-frame'
import { FindPayment, PaymentTable, PaymentTabs, paymentStates } from '@/components/admin/payment-table'
import { Notice } from '@/components/seller/notice'
import { Pager } from '@/components/seller/pager'
import { adminText } from '@/lib/i18n/messages/admin'
import { sellerText } from '@/lib/i18n/messages/seller'
import { pageLocale } from '@/lib/i18n/page-locale'
import { getOrder } from '@/lib/order'
import { listMarketPayments } from '@/lib/report'
import { openAdmin } from '../open-admin'
import { type Query, textOf } from '../outcome'

export async function generateMetadata(): Promise<Metadata> {
  return { title: adminText[await pageLocale()].payments }
}

export default async function PaymentsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const { locale, actor, shell } = await openAdmin('payments', '/payments')
  const here = `/${locale}/admin/payments`
  const number = textOf(query, 'number', 20)?.toUpperCase().replace(/\W/g, '')
  const found = number ? await getOrder({ number }, { actor }) : null
  if (found !== null) redirect(`${here}/${found.number}`)
  const status = paymentStates.find((one) => one === query['status'])
  const cursor = textOf(query, 'cursor')
  const page = await listMarketPayments(actor, { status, cursor })
  const t = adminText[locale]
  const next = new URLSearchParams({ ...(status && { status }), cursor: page.nextCursor ?? '' })
  return (
    <AdminFrame {...shell} title={t.payments}>
      <FindPayment locale={locale} number={number} />
      {number ? <Notice text={t.notFound} problem /> : null}
      <section className="panel mt-4">
        <PaymentTabs locale={locale} status={status} />
        {page.items.length === 0 ? <p className="muted py-4">{t.noPayments}</p> : null}
        {page.items.length === 0 ? null : <PaymentTable payments={page.items} locale={locale} />}
        <Pager
          first={cursor === undefined ? null : `${here}${status ? `?status=${status}` : ''}`}
          next={page.nextCursor === null ? null : `${here}?${next}`}
          labels={sellerText[locale]}
        />
      </section>
    </AdminFrame>
  )
}
