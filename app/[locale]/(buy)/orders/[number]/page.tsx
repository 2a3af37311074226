import type { Metadata } from 'next'
import { Measured } from '@/components/measure/measured'
import { FindOrder } from '@/components/order/find-order'
import { OrderReceipts } from '@/components/order/order-receipts'
import { OrderView } from '@/components/order/order-view'
import { saidOf } from '@/components/order/said'
import { readAttributes } from '@/lib/catalog'
import { listReceipts } from '@/lib/document'
import { fill } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { pageLocale } from '@/lib/i18n/page-locale'
import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { getOrder } from '@/lib/order'
import type { Order } from '@/lib/order/schema'
import { orderAccess } from '../access'
import { findOrder, payOrder } from '../actions'
import { cancelWholeOrder, receiveParcel } from '../ask-actions'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ number: string }>; searchParams: Promise<Query> }

// The number's shape alone goes into the title: nothing is told before the order is opened.
const shown = (number: string): string => number.toUpperCase().replace(/\W/g, '').slice(0, 20)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params
  const title = fill(orderText[await pageLocale()].order, { number: shown(number) })
  // The token in the address must not travel to anybody else.
  return { title, referrer: 'no-referrer' }
}

const liveUrl = (locale: string, number: string, token: string | undefined): string =>
  `/${locale}/orders/${number}/live${token === undefined ? '' : `?${new URLSearchParams({ t: token })}`}`

/** The same id that the server tells, so that a counter counts one purchase; beside the whole, what each shop has of it. */
const purchaseOf = ({ id, paidTotal, parcels }: Order) => ({
  name: 'purchase' as const,
  id: `purchase:${id}`,
  orderId: id,
  value: paidTotal.amount / 100,
  delivery: parcels.reduce((sum, { delivery }) => sum + delivery.amount, 0) / 100,
  parts: Object.fromEntries(
    parcels.map(({ shop, total, delivery }) => [
      shop.slug,
      { value: total.amount / 100, delivery: delivery.amount / 100 },
    ]),
  ),
  items: parcels.flatMap(({ shop, items }) =>
    items.map(({ sku, title, price, quantity }) => {
      return { sku, title: title.uz ?? sku, price: price.amount / 100, quantity, shop: shop.slug }
    }),
  ),
})

export default async function OrderPage({ params, searchParams }: Props) {
  const locale = await pageLocale()
  const t = orderText[locale]
  const number = shown((await params).number)
  const query = await searchParams
  const token = typeof query['t'] === 'string' ? query['t'] : undefined
  const order = await getOrder({ number }, await orderAccess(number, token))
  if (order === null) {
    return (
      <div className="wrap pt-5 pb-16">
        <h1>{t.lockedTitle}</h1>
        <p className="muted mt-2 mb-5">{fill(t.lockedText, { number })}</p>
        <FindOrder locale={locale} action={findOrder} number={number} problem={null} />
      </div>
    )
  }
  const payFailed = order.status === 'placed' && query['pay'] === 'failed'
  const asks = {
    receive: receiveParcel,
    returnDays: env.RETURN_DAYS,
    now: now().getTime(),
    token,
  }
  return (
    <div className="wrap pt-5 pb-16">
      <OrderView
        order={order}
        labels={await readAttributes()}
        locale={locale}
        live={liveUrl(locale, number, token)}
        pay={payOrder}
        cancel={cancelWholeOrder}
        asks={asks}
        payFailed={payFailed}
        said={saidOf(query['outcome'], locale)}
      />
      {order.paidTotal.amount === 0 ? null : <Measured event={purchaseOf(order)} />}
      <OrderReceipts receipts={await listReceipts(order)} locale={locale} token={token} />
    </div>
  )
}
