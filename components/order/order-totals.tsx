import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { type Money, minus } from '@/lib/kernel/money'
import type { Order } from '@/lib/order/schema'

export type OrderAction = (form: FormData) => Promise<void>

function Row({ label, money, locale }: { label: string; money: Money; locale: Locale }) {
  return (
    <div>
      <span>{label}</span>
      <span>{formatMoney(money, locale)}</span>
    </div>
  )
}

const payable = (order: Order): boolean =>
  order.status === 'placed' && order.provider !== 'cash' && order.provider !== 'credit'

type Props = { order: Order; locale: Locale; pay: OrderAction; payFailed: boolean; token: string | undefined }

export function OrderTotals({ order, locale, pay, payFailed, token }: Props) {
  const t = orderText[locale]
  const settled = order.paidTotal.amount > 0
  return (
    <section className="panel" aria-label={t.payment}>
      <h2 className="mb-3.5 text-[19px]">{t.payment}</h2>
      <div className="sum num">
        <Row label={t.goods} money={order.itemsTotal} locale={locale} />
        {order.discountTotal.amount === 0 ? null : (
          <Row label={t.discount} money={order.discountTotal} locale={locale} />
        )}
        {order.deliveryTotal.amount === 0 ? (
          <div>
            <span>{t.delivery}</span>
            <span className="font-semibold text-ok">{t.free}</span>
          </div>
        ) : (
          <Row label={t.delivery} money={order.deliveryTotal} locale={locale} />
        )}
        {order.credit.amount === 0 ? null : (
          <Row label={t.credit} money={{ ...order.credit, amount: -order.credit.amount }} locale={locale} />
        )}
        <div className="total">
          <span>{settled ? t.paid : order.status === 'placed' ? t.toPay : t.total}</span>
          <span className="price">
            {formatMoney(minus(settled ? order.paidTotal : order.total, order.credit), locale)}
          </span>
        </div>
        {order.refundedTotal.amount === 0 ? null : (
          <Row label={t.refunded} money={order.refundedTotal} locale={locale} />
        )}
        {order.creditBack.amount === 0 ? null : <Row label={t.creditBack} money={order.creditBack} locale={locale} />}
      </div>
      {payFailed ? (
        <p className="small mt-3 font-semibold text-bad" role="alert">
          {t.payFailed}
        </p>
      ) : null}
      {payable(order) ? (
        <form action={pay} className="mt-4">
          <input type="hidden" name="number" value={order.number} />
          <input type="hidden" name="locale" value={locale} />
          {token === undefined ? null : <input type="hidden" name="t" value={token} />}
          <Button kind="act" full type="submit">
            {t.payNow}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
