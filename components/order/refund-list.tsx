import { lineName, type OptionLabels } from '@/components/cart/options-line'
import { PhotoStrip } from '@/components/order/photo-strip'
import { reasonWord } from '@/components/order/reasons'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { refundText } from '@/lib/i18n/messages/refund'
import { CHARGEBACK, type Dispute, type Order, type Return, type ReturnStatus } from '@/lib/order/schema'
import type { Provider, Refund, RefundStatus } from '@/lib/payment/schema'

const heading = 'mb-2 text-[19px]'
const names = { payme: 'Payme', click: 'Click', stripe: 'Stripe' }

export const providerName = (provider: Provider, locale: Locale): string =>
  provider === 'cash' ? refundText[locale].cash : names[provider]

const refundTones: Record<RefundStatus, BadgeTone> = { accepted: 'turq', done: 'ok', manual: 'warn' }

export const refundWord = (status: RefundStatus, locale: Locale): string => {
  const t = orderText[locale]
  return { accepted: t.refundAccepted, done: t.refundDone, manual: t.refundManual }[status]
}

/** What happens with the money now, said so that nobody has to call. */
function refundHelp({ status, failure, provider, doneAt }: Refund, locale: Locale): string {
  const t = refundText[locale]
  if (status === 'done') return fill(t.doneHelp, { date: formatDate(doneAt ?? '', locale, { time: true }) })
  if (status === 'accepted') return t.acceptedHelp
  if (failure === 'payme-cabinet') return t.manualPayme
  if (failure === 'payme-partial-refund') return t.manualPaymePart
  if (failure === 'click-partial-refund') return t.manualClickPart
  return provider === 'cash' ? t.manualCash : t.manualOther
}

export function RefundBadge({ status, locale }: { status: RefundStatus; locale: Locale }) {
  return <Badge tone={refundTones[status]}>{refundWord(status, locale)}</Badge>
}

/** Every refund of the order with where it is now. */
export function RefundList({ refunds, locale }: { refunds: readonly Refund[]; locale: Locale }) {
  const t = refundText[locale]
  if (refunds.length === 0) return null
  return (
    <section className="panel" aria-label={t.refunds}>
      <h2 className={heading}>{t.refunds}</h2>
      <ul>
        {refunds.map((refund) => (
          <li key={refund.id} className="border-t border-line py-3 first:border-0" data-refund={refund.status}>
            <span className="row between flex-wrap">
              <b className="num strong">{formatMoney(refund.amount, locale)}</b>
              <RefundBadge status={refund.status} locale={locale} />
            </span>
            <span className="small muted block">
              {[
                fill(t.wayTo, { provider: providerName(refund.provider, locale) }),
                refund.excess ? t.excess : reasonWord(refund.reason, locale),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="small block">{refundHelp(refund, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const returnTones: Record<ReturnStatus, BadgeTone> = {
  requested: 'warn',
  approved: 'cob',
  rejected: 'bad',
  received: 'ok',
}

/** `token`: of the link that opened the page; the buyer's own photos are shown by it. */
type Reader = { locale: Locale; token: string | undefined }

function ReturnState({ one, labels, locale, token }: Reader & { one: Return; labels: OptionLabels }) {
  const t = refundText[locale]
  const words = orderText[locale]
  const state = {
    requested: words.returnRequested,
    approved: words.returnApproved,
    rejected: words.returnRejected,
    received: words.returnReceived,
  }[one.status]
  const answer = one.answerComment ?? (one.status === 'rejected' ? reasonWord(one.answer ?? '', locale) : null)
  return (
    <li className="border-t border-line py-3 first:border-0" data-return={one.status}>
      <span className="row between flex-wrap">
        <b className="strong">
          {one.items.map((item) => `${lineName(item, labels, locale)}\u00a0×\u00a0${item.quantity}`).join(', ')}
        </b>
        <Badge tone={returnTones[one.status]}>{state}</Badge>
      </span>
      <span className="small muted num block">
        {[
          reasonWord(one.reason, locale),
          formatMoney(one.status === 'received' ? one.refunded : one.amount, locale),
          one.deduction.amount > 0 ? fill(t.withheld, { sum: formatMoney(one.deduction, locale) }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <PhotoStrip photos={one.photos} locale={locale} token={token} />
      {answer === null ? null : <span className="small block">{fill(t.answer, { text: answer })}</span>}
    </li>
  )
}

type Returns = { returns: readonly Return[]; labels: OptionLabels }

export function ReturnList({ returns, labels, locale, token }: Reader & Returns) {
  const t = refundText[locale]
  if (returns.length === 0) return null
  return (
    <section className="panel" aria-label={t.returns}>
      <h2 className={heading}>{t.returns}</h2>
      <ul>
        {returns.map((one) => (
          <ReturnState key={one.id} one={one} labels={labels} locale={locale} token={token} />
        ))}
      </ul>
    </section>
  )
}

export function DisputeBadge({ dispute, locale }: { dispute: Dispute; locale: Locale }) {
  const t = refundText[locale]
  if (dispute.status === 'open') return <Badge tone="warn">{t.open}</Badge>
  if (dispute.inFavourOf === 'shop') return <Badge>{t.resolvedShop}</Badge>
  return <Badge tone="ok">{fill(t.resolvedBuyer, { sum: formatMoney(dispute.refunded, locale) })}</Badge>
}

/** Why it ended as it did, said to both sides. */
export function DisputeAnswer({ dispute, locale }: { dispute: Dispute; locale: Locale }) {
  const t = refundText[locale]
  if (dispute.status === 'open') {
    return dispute.reason === CHARGEBACK ? <span className="small block">{t.bankDecides}</span> : null
  }
  if (dispute.answerComment === null) return null
  return <span className="small block">{fill(t.answer, { text: dispute.answerComment })}</span>
}

export function DisputeList({ disputes, locale, token }: Pick<Order, 'disputes'> & Reader) {
  const t = refundText[locale]
  if (disputes.length === 0) return null
  return (
    <section className="panel" aria-label={t.disputes}>
      <h2 className={heading}>{t.disputes}</h2>
      <ul>
        {disputes.map((dispute) => (
          <li key={dispute.id} className="border-t border-line py-3 first:border-0" data-dispute={dispute.status}>
            <span className="row between flex-wrap">
              <b className="num strong">{formatMoney(dispute.amount, locale)}</b>
              <DisputeBadge dispute={dispute} locale={locale} />
            </span>
            <span className="small muted block">
              {[reasonWord(dispute.reason, locale), formatDate(dispute.createdAt, locale)].filter(Boolean).join(' · ')}
            </span>
            {dispute.comment === null ? null : <span className="small block">{dispute.comment}</span>}
            <PhotoStrip photos={dispute.photos} locale={locale} token={token} />
            <DisputeAnswer dispute={dispute} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}
