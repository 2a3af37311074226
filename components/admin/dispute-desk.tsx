import { PhotoStrip } from '@/components/order/photo-strip'
import { reasonWord } from '@/components/order/reasons'
import { DisputeAnswer, DisputeBadge } from '@/components/order/refund-list'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { sellerText } from '@/lib/i18n/messages/seller'
import { CHARGEBACK, type Dispute } from '@/lib/order/schema'

export function DisputeTabs({ locale, status }: { locale: Locale; status: Dispute['status'] }) {
  const t = adminText[locale]
  const here = `/${locale}/admin/disputes`
  return (
    <nav className="tabs" aria-label={sellerText[locale].filter}>
      <a href={here} aria-current={status === 'open' ? 'page' : undefined}>
        {t.openOnes}
      </a>
      <a href={`${here}?status=resolved`} aria-current={status === 'resolved' ? 'page' : undefined}>
        {t.resolvedOnes}
      </a>
    </nav>
  )
}

type Desk = { locale: Locale; back: string; decide: (form: FormData) => Promise<void> }

/** One panel a dispute: what is argued about beside the decision. */
export function DisputeDesk({ disputes, ...desk }: Desk & { disputes: readonly Dispute[] }) {
  return (
    <ul className="stack mt-4 gap-4!">
      {disputes.map((dispute) => (
        <li key={dispute.id} className="panel two-col" data-dispute={dispute.id}>
          <Question dispute={dispute} locale={desk.locale} />
          {dispute.status === 'open' && dispute.reason !== CHARGEBACK ? <Decision dispute={dispute} {...desk} /> : null}
        </li>
      ))}
    </ul>
  )
}

function Question({ dispute, locale }: { dispute: Dispute; locale: Locale }) {
  return (
    <div>
      <p className="row flex-wrap">
        <a
          className="link num inline-flex min-h-11 items-center"
          href={`/${locale}/admin/payments/${dispute.orderNumber}`}
        >
          {dispute.orderNumber}
        </a>
        <DisputeBadge dispute={dispute} locale={locale} />
      </p>
      <b className="num strong block text-xl">{formatMoney(dispute.amount, locale)}</b>
      <p className="small muted">
        {[reasonWord(dispute.reason, locale), formatDate(dispute.createdAt, locale, { time: true })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {dispute.comment === null ? null : (
        <blockquote className="mt-2 border-l-2 border-line pl-3">{dispute.comment}</blockquote>
      )}
      <PhotoStrip photos={dispute.photos} locale={locale} />
      <DisputeAnswer dispute={dispute} locale={locale} />
    </div>
  )
}

function Decision({ dispute, locale, back, decide }: Desk & { dispute: Dispute }) {
  const t = adminText[locale]
  return (
    <form action={decide} className="stack gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={dispute.id} />
      <input type="hidden" name="back" value={back} />
      <Field
        label={t.toBuyerSum}
        name="refund"
        id={`refund-${dispute.id}`}
        inputMode="decimal"
        autoComplete="off"
        required
        help={fill(t.toBuyerHelp, { sum: formatMoney(dispute.amount, locale) })}
      />
      <Field label={t.comment} name="comment" id={`comment-${dispute.id}`} maxLength={500} autoComplete="off" />
      <Button kind="solid" full type="submit" aria-label={fill(t.resolveOf, { number: dispute.orderNumber })}>
        {t.resolve}
      </Button>
    </form>
  )
}
