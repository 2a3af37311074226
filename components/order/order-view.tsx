import type { OptionLabels } from '@/components/cart/options-line'
import { CancelOrder, cancellable } from '@/components/order/cancel-order'
import { LiveRefresh } from '@/components/order/live-refresh'
import { OrderAddress } from '@/components/order/order-address'
import { OrderLead } from '@/components/order/order-lead'
import { type OrderAction, OrderTotals } from '@/components/order/order-totals'
import type { BuyerAsks } from '@/components/order/parcel-asks'
import { ParcelPanel } from '@/components/order/parcel-panel'
import { DisputeList, RefundList, ReturnList } from '@/components/order/refund-list'
import type { Said } from '@/components/order/said'
import { Notice } from '@/components/seller/notice'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { refundText } from '@/lib/i18n/messages/refund'
import type { Order } from '@/lib/order/schema'

type Props = {
  order: Order
  labels: OptionLabels
  locale: Locale
  /** Where the page hears that something happened. */
  live: string
  pay: OrderAction
  cancel: OrderAction
  asks: BuyerAsks
  payFailed: boolean
  /** What the last press led to. */
  said: Said | null
}

export function OrderView({ order, labels, locale, live, pay, cancel, asks, payFailed, said }: Props) {
  const t = orderText[locale]
  return (
    <>
      <LiveRefresh url={live} />
      <OrderLead order={order} locale={locale} />
      {said === null ? null : <Notice {...said} />}
      <div className="two-col">
        <div className="stack gap-4">
          {order.parcels.map((parcel, index) => (
            <ParcelPanel
              key={parcel.id}
              order={order}
              parcel={parcel}
              nr={index + 1}
              labels={labels}
              locale={locale}
              asks={asks}
            />
          ))}
        </div>
        <aside className="stack gap-4">
          <OrderTotals order={order} locale={locale} pay={pay} payFailed={payFailed} token={asks.token} />
          <RefundList refunds={order.refunds} locale={locale} />
          <ReturnList returns={order.returns} labels={labels} locale={locale} token={asks.token} />
          <DisputeList disputes={order.disputes} locale={locale} token={asks.token} />
          {order.cancelWords === null || order.status !== 'cancelled' ? null : (
            <p className="panel small">{fill(refundText[locale].yourWords, { text: order.cancelWords })}</p>
          )}
          {order.contact === null ? null : <OrderAddress contact={order.contact} locale={locale} />}
          {cancellable(order) ? <CancelOrder order={order} locale={locale} cancel={cancel} token={asks.token} /> : null}
          <section className="panel row gap-4" aria-label={t.wrong}>
            <img src="/motif/empty.svg" alt="" width="92" height="69" />
            <span>
              <b className="strong block">{t.wrong}</b>
              <a className="link small" href={`/${locale}/help`}>
                {t.help}
              </a>
              <span className="small muted block">{t.share}</span>
            </span>
          </section>
        </aside>
      </div>
    </>
  )
}
