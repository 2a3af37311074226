import type { ReactNode } from 'react'
import { lineName, type OptionLabels } from '@/components/cart/options-line'
import type { OrderAction } from '@/components/order/order-totals'
import { disputeReasons, ReasonSelect, returnReasons } from '@/components/order/reasons'
import { partNames } from '@/components/product/parts-line'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { PHOTOS, pictureTypes } from '@/lib/files/schema'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'
import { picturesText } from '@/lib/i18n/messages/pictures'
import { refundText } from '@/lib/i18n/messages/refund'
import { minus } from '@/lib/kernel/money'
import type { Order, Parcel, ParcelLine } from '@/lib/order/schema'

/** What a buyer may do with a parcel that has come, and until when. */
export type BuyerAsks = {
  receive: OrderAction
  returnDays: number
  /** In milliseconds. */
  now: number
  /** Of the link that opened the page. */
  token: string | undefined
}

type Ask = { order: Order; parcel: Parcel; labels: OptionLabels; locale: Locale; asks: BuyerAsks }

const DAY = 86_400_000
const DISPUTE_DAYS = 30

const deadline = ({ deliveredAt }: Parcel, days: number): number =>
  deliveredAt === null ? Number.POSITIVE_INFINITY : Date.parse(deliveredAt) + days * DAY

/** Pieces of a line that have not come back and are not on their way. */
function returnable(order: Order, line: ParcelLine): number {
  const coming = order.returns
    .filter(({ status }) => status === 'requested' || status === 'approved')
    .flatMap(({ items }) => items)
    .filter(({ itemId }) => itemId === line.id)
  return coming.reduce((left, { quantity }) => left - quantity, line.quantity - line.refundedQuantity)
}

/** The forms open in place, without a script. */
export function ParcelAsks({ order, parcel, labels, locale, asks }: Ask) {
  if (!parcel.paid) return null
  const lines = parcel.items.filter((line) => returnable(order, line) > 0)
  const delivered = parcel.status === 'delivered'
  const mayReturn = delivered && lines.length > 0 && deadline(parcel, asks.returnDays) > asks.now
  const mayDispute =
    (delivered || parcel.status === 'shipped') &&
    deadline(parcel, DISPUTE_DAYS) > asks.now &&
    inQuestion(order, parcel).amount > 0
  const all = { order, parcel, labels, locale, asks }
  return (
    <>
      {parcel.deliveryCode === null ? null : <Code parcel={parcel} locale={locale} />}
      {delivered && parcel.deliveryCode !== null ? <Receive {...all} /> : null}
      {mayReturn || mayDispute ? (
        <div className="mt-4 border-t border-line">
          {mayReturn ? <AskReturn {...all} lines={lines} /> : null}
          {mayDispute ? <AskDispute {...all} /> : null}
        </div>
      ) : null}
    </>
  )
}

function Code({ parcel, locale }: { parcel: Parcel; locale: Locale }) {
  const t = orderText[locale]
  return (
    <div
      className="row mt-5 gap-3! rounded-control bg-saffron-soft p-4 text-saffron-ink"
      data-code={parcel.deliveryCode}
    >
      <Icon name="shield" />
      <p>
        <b className="num block text-lg">{fill(t.deliveryCode, { code: parcel.deliveryCode ?? '' })}</b>
        <span className="small">
          {parcel.method === 'pickup' ? refundText[locale].codeHintPickup : t.deliveryCodeHint}
        </span>
      </p>
    </div>
  )
}

function Hidden({ order, parcel, locale, asks }: Ask) {
  return (
    <>
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="parcel" value={parcel.id} />
      {asks.token === undefined ? null : <input type="hidden" name="t" value={asks.token} />}
    </>
  )
}

const until = (at: number, locale: Locale) => formatDate(new Date(at), locale)

function Receive(ask: Ask) {
  const { parcel, locale, asks } = ask
  const t = refundText[locale]
  return (
    <form action={asks.receive} className="stack mt-4">
      <Hidden {...ask} />
      <p className="small muted">{fill(t.receiveHelp, { date: until(deadline(parcel, asks.returnDays), locale) })}</p>
      <Button kind="solid" full type="submit">
        {t.receive}
      </Button>
    </form>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-b border-line last:border-0">
      <summary className="row between min-h-12 font-semibold text-cobalt">
        {title}
        <Icon name="down" small />
      </summary>
      {children}
    </details>
  )
}

function AskReturn(ask: Ask & { lines: readonly ParcelLine[] }) {
  const { order, parcel, labels, locale, asks, lines } = ask
  const t = refundText[locale]
  return (
    <Fold title={t.askReturn}>
      <form {...sent('return', ask)} className="stack gap-4 pb-4">
        <p className="small">{fill(t.returnLead, { date: until(deadline(parcel, asks.returnDays), locale) })}</p>
        {lines.map((line) => (
          <Field
            key={line.id}
            label={fill(t.howMany, { title: lineName(line, labels, locale), count: returnable(order, line) })}
            help={
              line.parts === null ? undefined : fill(t.wholeBundle, { parts: partNames(line.parts, labels, locale) })
            }
            name={`item-${line.id}`}
            type="number"
            inputMode="numeric"
            min={0}
            max={returnable(order, line)}
            defaultValue={lines.length === 1 ? 1 : 0}
          />
        ))}
        <ReasonSelect locale={locale} reasons={returnReasons} id={`return-reason-${parcel.id}`} />
        <Comment id={`return-words-${parcel.id}`} locale={locale} />
        <Photos id={`return-photos-${parcel.id}`} locale={locale} />
        <Button kind="line" full type="submit">
          {t.sendReturn}
        </Button>
      </form>
    </Fold>
  )
}

/** With its files to an address of its own; what it is about is in there, so that nobody's files are read for nothing. */
function sent(kind: 'return' | 'dispute', { order, parcel, locale, asks }: Ask) {
  const about = { number: order.number, parcel: parcel.id, ...(asks.token && { t: asks.token }) }
  const action = `/${locale}/asks/${kind}?${new URLSearchParams(about)}`
  return { action, method: 'post', encType: 'multipart/form-data' } as const
}

function Photos({ id, locale }: { id: string; locale: Locale }) {
  const t = picturesText[locale]
  const label = fill(t.photos, { most: PHOTOS })
  return <Field label={label} name="file" id={id} type="file" multiple accept={pictureTypes} help={t.photosHelp} />
}

function Comment({ id, locale }: { id: string; locale: Locale }) {
  const t = refundText[locale]
  return <Field label={t.comment} name="comment" id={id} help={t.commentHint} maxLength={500} />
}

/** What is left of the parcel's money and not argued about yet. */
function inQuestion(order: Order, parcel: Parcel) {
  const open = order.disputes.filter(({ parcelId, status }) => parcelId === parcel.id && status === 'open')
  return open.reduce((left, { amount }) => minus(left, amount), minus(parcel.total, parcel.refunded))
}

function AskDispute(ask: Ask) {
  const { order, parcel, locale } = ask
  const t = refundText[locale]
  const most = inQuestion(order, parcel)
  return (
    <Fold title={t.askDispute}>
      <form {...sent('dispute', ask)} className="stack gap-4 pb-4">
        <p className="small">{t.disputeLead}</p>
        <Field
          label={t.disputeAmount}
          name="amount"
          id={`dispute-amount-${parcel.id}`}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={String(most.amount / 100)}
          help={fill(t.disputeMost, { sum: formatMoney(most, locale) })}
          required
        />
        <ReasonSelect locale={locale} reasons={disputeReasons} id={`dispute-reason-${parcel.id}`} />
        <Comment id={`dispute-words-${parcel.id}`} locale={locale} />
        <Photos id={`dispute-photos-${parcel.id}`} locale={locale} />
        <Button kind="line" full type="submit">
          {t.sendDispute}
        </Button>
      </form>
    </Fold>
  )
}
