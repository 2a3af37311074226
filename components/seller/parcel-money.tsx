import { PhotoStrip } from '@/components/order/photo-strip'
import { reasonWord } from '@/components/order/reasons'
import { DisputeAnswer, DisputeBadge, RefundBadge } from '@/components/order/refund-list'
import { CashBack, type GiveBack } from '@/components/seller/cash-back'
import { ReturnBadge } from '@/components/seller/return-table'
import { Icon } from '@/components/ui/icon'
import { formatDate, formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import { sum } from '@/lib/kernel/money'
import type { Order, Parcel } from '@/lib/order/schema'

/** `give`: the shop says that it has given cash back. */
type Money = { parcel: Parcel; order: MoneyOfOrder; locale: Locale; back: string; give: GiveBack }
export type MoneyOfOrder = Pick<Order, 'refunds' | 'returns' | 'disputes' | 'refundNotes'>

const row = 'row between flex-wrap border-t border-line py-2.5 first:border-0'

/** What of this parcel's money has gone back or is argued about, and the way to give some back. */
export function ParcelMoney({ parcel, order, locale, back, give }: Money) {
  const t = refundText[locale]
  const own = <Item extends { parcelId: string | null }>(items: readonly Item[]) =>
    items.filter(({ parcelId }) => parcelId === parcel.id)
  const [refunds, returns, disputes] = [own(order.refunds), own(order.returns), own(order.disputes)]
  const mayGive = parcel.paid && parcel.refunded.amount < parcel.total.amount
  if (!mayGive && refunds.length + returns.length + disputes.length === 0) return null
  return (
    <section className="panel">
      <h2 className="text-lg! leading-6! mb-2">{t.backTitle}</h2>
      <ul>
        {returns.map((one) => (
          <li key={one.id} className={row}>
            <a className="link inline-flex min-h-11 items-center" href={`/${locale}/seller/returns/${one.id}`}>
              {t.toReturn}
            </a>
            <ReturnBadge status={one.status} locale={locale} />
          </li>
        ))}
        {disputes.map((dispute) => (
          <li key={dispute.id} className={row}>
            <div>
              <b className="num strong">{formatMoney(dispute.amount, locale)}</b>
              <span className="small muted block">
                {[t.disputes, reasonWord(dispute.reason, locale), formatDate(dispute.createdAt, locale)].join(' · ')}
              </span>
              {dispute.comment === null ? null : <span className="small block">{dispute.comment}</span>}
              <PhotoStrip photos={dispute.photos} locale={locale} />
              <DisputeAnswer dispute={dispute} locale={locale} />
            </div>
            <DisputeBadge dispute={dispute} locale={locale} />
          </li>
        ))}
        {refunds.map((refund) => (
          <li key={refund.id} className={row} data-refund={refund.status}>
            <span>
              <b className="num strong">{formatMoney(refund.amount, locale)}</b>
              <span className="small muted block">
                {[reasonWord(refund.reason, locale), formatDate(refund.createdAt, locale)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <RefundBadge status={refund.status} locale={locale} />
            {order.refundNotes[refund.id] === undefined ? null : (
              <span className="small block w-full">{order.refundNotes[refund.id]}</span>
            )}
            {refund.provider === 'cash' && refund.status === 'manual' ? (
              <CashBack refund={refund} locale={locale} back={back} give={give} />
            ) : null}
          </li>
        ))}
      </ul>
      {mayGive ? (
        <>
          <p className="small muted mt-1">{t.giveBackHelp}</p>
          <a className="btn line full mt-3" href={`/${locale}/seller/parcels/${parcel.id}/refund`}>
            <Icon name="back" small />
            {t.giveBack}
          </a>
        </>
      ) : null}
    </section>
  )
}

/** Commission that came back with the refunds of this parcel. */
export const commissionBackOf = (order: Pick<Order, 'refunds'>, parcel: Parcel) =>
  sum(
    order.refunds.filter(({ parcelId }) => parcelId === parcel.id).map(({ commission }) => commission),
    parcel.total.currency,
  )
