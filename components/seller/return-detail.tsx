import type { ReactNode } from 'react'
import { lineName, type OptionLabels } from '@/components/cart/options-line'
import { PhotoStrip } from '@/components/order/photo-strip'
import { reasonWord } from '@/components/order/reasons'
import { BoxParts } from '@/components/seller/box-parts'
import { Tick } from '@/components/seller/refund-desk'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import type { Return } from '@/lib/order/schema'

type Detail = {
  one: Return
  labels: OptionLabels
  locale: Locale
  back: string
  answer: (form: FormData) => Promise<void>
}

const title = 'text-lg! leading-6! mb-3'

/** What comes back and why on the left, the answer on the right. */
export function ReturnDetail(detail: Detail) {
  const { one } = detail
  const open = one.status === 'requested' || one.status === 'approved'
  return (
    <div className="two-col">
      <Asked {...detail} />
      {open ? (
        <div className="stack gap-4!">
          {one.status === 'requested' ? <Approve {...detail} /> : <Inspect {...detail} />}
          {one.status === 'requested' ? (
            <Fold title={refundText[detail.locale].inspect}>
              <InspectForm {...detail} kind="solid" />
            </Fold>
          ) : null}
          <Reject {...detail} />
        </div>
      ) : null}
    </div>
  )
}

function Asked({ one, labels, locale }: Detail) {
  const t = refundText[locale]
  const accepted = new Map(one.accepted?.map(({ itemId, quantity }) => [itemId, quantity]))
  return (
    <section className="panel h-fit">
      <h2 className={title}>{reasonWord(one.reason, locale) ?? t.returns}</h2>
      {one.comment === null ? null : (
        <blockquote className="mb-3 border-l-2 border-line pl-3">{one.comment}</blockquote>
      )}
      <ul>
        {one.items.map((item) => (
          <li key={item.itemId} className="row between flex-wrap border-t border-line py-2.5 first:border-0">
            <span className="flex-1">
              {lineName(item, labels, locale)}
              <span className="small muted num block">{item.sku}</span>
            </span>
            <span className="num text-right whitespace-nowrap">
              {fill(t.pieces, { count: item.quantity })}
              {one.accepted === null ? null : (
                <span className="small muted block">
                  {fill(t.acceptedPieces, { count: accepted.get(item.itemId) ?? 0 })}
                </span>
              )}
            </span>
            <BoxParts heading={t.wholeBox} item={item} labels={labels} locale={locale} />
          </li>
        ))}
      </ul>
      <PhotoStrip photos={one.photos} locale={locale} />
      <Sums one={one} locale={locale} />
    </section>
  )
}

function Sums({ one, locale }: Pick<Detail, 'one' | 'locale'>) {
  const t = refundText[locale]
  const answer = one.answerComment ?? (one.status === 'rejected' ? reasonWord(one.answer ?? '', locale) : null)
  return (
    <>
      <dl className="sum mt-3 border-t border-line pt-3">
        <div>
          <dt className="muted">{t.goodsPrice}</dt>
          <dd className="num">{formatMoney(one.amount, locale)}</dd>
        </div>
        {one.status === 'received' ? (
          <div className="total">
            <dt>{t.toBuyer}</dt>
            <dd className="num">{formatMoney(one.refunded, locale)}</dd>
          </div>
        ) : null}
      </dl>
      <p className="small muted mt-2">
        {[
          fill(t.asked, { date: formatDate(one.createdAt, locale, { time: true }) }),
          one.deduction.amount > 0 ? fill(t.withheld, { sum: formatMoney(one.deduction, locale) }) : null,
          one.restocked ? t.restocked : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {answer === null ? null : <p className="small mt-1">{fill(t.answer, { text: answer })}</p>}
    </>
  )
}

function Hidden({ one, locale, back, step }: Omit<Detail, 'answer' | 'labels'> & { step: string }) {
  return (
    <>
      <input type="hidden" name="return" value={one.id} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
    </>
  )
}

function Approve(detail: Detail) {
  const t = refundText[detail.locale]
  return (
    <section className="panel">
      <form action={detail.answer} className="stack">
        <p className="small muted">{t.approveHelp}</p>
        <Hidden {...detail} step="approve" />
        <Button kind="act" full type="submit">
          {t.approve}
        </Button>
      </form>
    </section>
  )
}

function Inspect(detail: Detail) {
  return (
    <section className="panel">
      <h2 className={title}>{refundText[detail.locale].inspect}</h2>
      <InspectForm {...detail} kind="act" />
    </section>
  )
}

function InspectForm(detail: Detail & { kind: 'act' | 'solid' }) {
  const { one, labels, locale, kind } = detail
  const t = refundText[locale]
  return (
    <form action={detail.answer} className="stack gap-4">
      <p className="small muted">{t.inspectHelp}</p>
      <Hidden {...detail} step="receive" />
      {one.items.map((item) => (
        <Field
          key={item.itemId}
          label={fill(t.acceptOf, { title: lineName(item, labels, locale), count: item.quantity })}
          name={`item-${item.itemId}`}
          type="number"
          inputMode="numeric"
          min={0}
          max={item.quantity}
          defaultValue={item.quantity}
        />
      ))}
      <Tick name="restock" label={t.restock} checked={false} />
      <Tick name="delivery" label={t.withDelivery} checked={false} />
      <Field label={t.deduction} name="deduction" inputMode="decimal" autoComplete="off" />
      <Field label={t.inspectReason} name="reason" maxLength={500} autoComplete="off" />
      <Button kind={kind} full type="submit">
        {t.receiveGoods}
      </Button>
    </form>
  )
}

function Fold({ title: name, children }: { title: string; children: ReactNode }) {
  return (
    <details className="panel">
      <summary className="row between min-h-11 font-semibold">
        {name}
        <Icon name="down" small />
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}

function Reject(detail: Detail) {
  const t = refundText[detail.locale]
  return (
    <Fold title={t.reject}>
      <form action={detail.answer} className="stack">
        <p className="small muted">{t.rejectHelp}</p>
        <Hidden {...detail} step="reject" />
        <Field label={t.rejectReason} name="answer" required maxLength={500} autoComplete="off" />
        <Button kind="line" full type="submit">
          {t.reject}
        </Button>
      </form>
    </Fold>
  )
}
