import type { ReactNode } from 'react'
import { PaymentBadge } from '@/components/admin/payment-table'
import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { reasonWord } from '@/components/order/reasons'
import { DisputeBadge, providerName, RefundBadge } from '@/components/order/refund-list'
import { ReturnBadge } from '@/components/seller/return-table'
import { formatDate, formatMoney, formatPhone } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { orderText } from '@/lib/i18n/messages/order'
import { refundText } from '@/lib/i18n/messages/refund'
import type { Order } from '@/lib/order/schema'
import type { Capture } from '@/lib/payment/schema'

type Whole = { order: Order; captures: readonly Capture[]; locale: Locale }

/** All money of one order: what was asked for, what came, what each shop has of it, what went back. */
export function OrderMoney({ order, captures, locale }: Whole) {
  const t = adminText[locale]
  return (
    <>
      <p className="muted num">
        {[
          formatDate(order.placedAt, locale, { year: true, time: true }),
          order.contact?.name,
          order.contact === null ? null : formatPhone(order.contact.phone),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Block title={t.payments}>
        <Payments order={order} locale={locale} />
      </Block>
      <Block title={t.captures}>
        <Captures captures={captures} locale={locale} />
      </Block>
      <Block title={t.parcels}>
        <Parcels order={order} locale={locale} />
      </Block>
      {order.refunds.length === 0 ? null : (
        <Block title={t.refunds}>
          <Refunds order={order} locale={locale} />
        </Block>
      )}
      {order.returns.length + order.disputes.length === 0 ? null : (
        <Block title={`${t.returns}, ${t.disputes}`}>
          <Arguments order={order} locale={locale} />
        </Block>
      )}
    </>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel mt-4">
      <h2 className="text-lg! leading-6! mb-1">{title}</h2>
      {children}
    </section>
  )
}

type Own = Pick<Whole, 'order' | 'locale'>
const date = (at: string, locale: Locale) => (
  <span className="small muted num block">{formatDate(at, locale, { time: true })}</span>
)

function Payments({ order, locale }: Own) {
  const t = adminText[locale]
  return (
    <DeskTable
      head={[
        { label: t.provider },
        { label: t.status },
        { label: t.amount, right: true },
        { label: t.captured, right: true },
        { label: t.givenBack, right: true },
      ]}
    >
      {order.payments.map((payment) => (
        <DeskRow key={payment.id}>
          <DeskCell>
            {providerName(payment.provider, locale)}
            {date(payment.createdAt, locale)}
          </DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">
            <PaymentBadge status={payment.status} locale={locale} />
          </DeskCell>
          <DeskCell right className="num">
            {formatMoney(payment.amount, locale)}
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(payment.captured, locale)}
          </DeskCell>
          <DeskCell right wide className="num muted">
            {payment.refunded.amount === 0 ? '—' : `−${formatMoney(payment.refunded, locale)}`}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function Captures({ captures, locale }: Pick<Whole, 'captures' | 'locale'>) {
  const t = adminText[locale]
  if (captures.length === 0) return <p className="muted py-2">{t.noCaptures}</p>
  return (
    <DeskTable head={[{ label: t.reference }, { label: t.amount, right: true }, { label: t.status }]}>
      {captures.map(({ paymentId, providerRef, amount, excess, at }) => (
        <DeskRow key={`${paymentId} ${providerRef}`}>
          <DeskCell className="num [overflow-wrap:anywhere]">
            {providerRef}
            {date(at, locale)}
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(amount, locale)}
          </DeskCell>
          <DeskCell wide className={excess ? 'text-bad' : 'muted'}>
            {excess ? t.excess : t.paid}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function Parcels({ order, locale }: Own) {
  const t = adminText[locale]
  const words = refundText[locale]
  return (
    <DeskTable
      head={[
        { label: t.shop },
        { label: t.status },
        { label: t.amount, right: true },
        { label: t.givenBack, right: true },
        { label: t.action, right: true },
      ]}
    >
      {order.parcels.map((parcel) => (
        <DeskRow key={parcel.id}>
          <DeskCell>{parcel.shop.name}</DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">{orderText[locale][parcel.status]}</DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(parcel.total, locale)}
          </DeskCell>
          <DeskCell right className="num muted">
            {parcel.refunded.amount === 0 ? '—' : `−${formatMoney(parcel.refunded, locale)}`}
          </DeskCell>
          <DeskCell right wide>
            {parcel.paid && parcel.refunded.amount < parcel.total.amount ? (
              <a
                className="btn line sm"
                href={`/${locale}/admin/payments/${order.number}/refund?parcel=${parcel.id}`}
                aria-label={`${words.giveBack}: ${parcel.shop.name}`}
              >
                {words.giveBack}
              </a>
            ) : null}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function Refunds({ order, locale }: Own) {
  const t = adminText[locale]
  return (
    <DeskTable head={[{ label: t.provider }, { label: t.amount, right: true }, { label: t.status }]}>
      {order.refunds.map((refund) => (
        <DeskRow key={refund.id}>
          <DeskCell>
            {providerName(refund.provider, locale)}
            <span className="small muted block">
              {refund.excess ? refundText[locale].excess : reasonWord(refund.reason, locale)}
            </span>
            {date(refund.createdAt, locale)}
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(refund.amount, locale)}
          </DeskCell>
          <DeskCell wide>
            <RefundBadge status={refund.status} locale={locale} />
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function Arguments({ order, locale }: Own) {
  const t = adminText[locale]
  return (
    <DeskTable head={[{ label: t.what }, { label: t.amount, right: true }, { label: t.status }]}>
      {order.returns.map((one) => (
        <DeskRow key={one.id}>
          <DeskCell>
            <a className="link inline-flex min-h-11 items-center" href={`/${locale}/admin/returns/${one.id}`}>
              {refundText[locale].toReturn}
            </a>
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(one.amount, locale)}
          </DeskCell>
          <DeskCell wide>
            <ReturnBadge status={one.status} locale={locale} />
          </DeskCell>
        </DeskRow>
      ))}
      {order.disputes.map((dispute) => (
        <DeskRow key={dispute.id}>
          <DeskCell>
            <a className="link inline-flex min-h-11 items-center" href={`/${locale}/admin/disputes`}>
              {t.disputes}: {reasonWord(dispute.reason, locale)}
            </a>
          </DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(dispute.amount, locale)}
          </DeskCell>
          <DeskCell wide>
            <DisputeBadge dispute={dispute} locale={locale} />
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
