import type { OptionLabels } from '@/components/cart/options-line'
import { CancelOrder, cancellable } from '@/components/order/cancel-order'
import { LiveRefresh } from '@/components/order/live-refresh'
import { OrderAddress } from '@/components/order/order-address'
import { OrderLead } from '@/components/order/order-lead'
import { type OrderAction, OrderTotals } from '@/components/order/order-totals'
import { ParcelPanel } from '@/components/order/parcel-panel'
import type { Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import type { Order } from '@/lib/order/schema'

type Props = {
  order: Order
  labels: OptionLabels
  locale: Locale
  /** Where the page hears that something happened. */
  live: string
  pay: OrderAction
  cancel: OrderAction
  /** What the last press led to, if it did not work. */
  failed: 'pay' | 'cancel' | null
}

export function OrderView({ order, labels, locale, live, pay, cancel, failed }: Props) {
  const t = orderText[locale]
  return (
    <>
      <LiveRefresh url={live} />
      <OrderLead order={order} locale={locale} />
      <div className="two-col">
        <div className="stack gap-4">
          {failed === 'cancel' ? (
            <p className="panel font-semibold text-bad" role="alert">
              {t.cancelFailed}
            </p>
          ) : null}
          {order.parcels.map((parcel, index) => (
            <ParcelPanel key={parcel.id} order={order} parcel={parcel} nr={index + 1} labels={labels} locale={locale} />
          ))}
        </div>
        <aside className="stack gap-4">
          <OrderTotals order={order} locale={locale} pay={pay} payFailed={failed === 'pay'} />
          {order.contact === null ? null : <OrderAddress contact={order.contact} locale={locale} />}
          {cancellable(order) ? <CancelOrder order={order} locale={locale} cancel={cancel} /> : null}
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
