import type { ReactNode } from 'react'
import { lineName, type OptionLabels } from '@/components/cart/options-line'
import { ReasonSelect, shopReasons } from '@/components/order/reasons'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { entryText } from '@/lib/i18n/messages/money'
import { refundText } from '@/lib/i18n/messages/refund'
import { type Money, minus, sum } from '@/lib/kernel/money'
import type { Parcel } from '@/lib/order/schema'

export type RefundFields = Readonly<Record<string, string>>

type Desk = { parcel: Parcel; locale: Locale; chosen: RefundFields }

const hows = ['all', 'items', 'amount'] as const

/** Asks what to give back; the answer is the same page with its consequence, and nothing has happened yet. */
export function RefundForm({ parcel, labels, locale, chosen }: Desk & { labels: OptionLabels }) {
  const t = refundText[locale]
  const left = minus(parcel.total, parcel.refunded)
  const how = hows.find((one) => one === chosen['how']) ?? 'all'
  return (
    <form method="get" className="stack gap-4">
      <Way how="all" chosen={how} label={fill(t.all, { sum: formatMoney(left, locale) })} />
      <Way how="items" chosen={how} label={t.items}>
        {parcel.items
          .filter(({ quantity, refundedQuantity }) => quantity > refundedQuantity)
          .map((line) => (
            <Field
              key={line.id}
              label={fill(t.howMany, {
                title: lineName(line, labels, locale),
                count: line.quantity - line.refundedQuantity,
              })}
              name={`item-${line.id}`}
              type="number"
              inputMode="numeric"
              min={0}
              max={line.quantity - line.refundedQuantity}
              defaultValue={chosen[`item-${line.id}`] ?? 0}
            />
          ))}
        {parcel.delivery.amount > 0 ? (
          <Tick name="delivery" label={t.withDelivery} checked={'delivery' in chosen} />
        ) : null}
      </Way>
      <Way how="amount" chosen={how} label={t.amount}>
        <Field
          label={t.amountSum}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={chosen['amount']}
          help={fill(t.disputeMost, { sum: formatMoney(left, locale) })}
        />
      </Way>
      <ReasonSelect locale={locale} reasons={shopReasons} chosen={chosen['reason']} />
      <Field
        label={t.comment}
        name="words"
        help={t.commentHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={chosen['words']}
      />
      <Button kind="two" full type="submit">
        {t.calculate}
      </Button>
    </form>
  )
}

type WayProps = { how: (typeof hows)[number]; chosen: string; label: string; children?: ReactNode }

function Way({ how, chosen, label, children }: WayProps) {
  return (
    <div className="stack">
      <label className="row min-h-11 cursor-pointer font-semibold">
        <input type="radio" name="how" value={how} defaultChecked={how === chosen} className="size-5 accent-cobalt" />
        {label}
      </label>
      {children === undefined ? null : <div className="stack pl-7">{children}</div>}
    </div>
  )
}

export function Tick({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="row min-h-11 cursor-pointer">
      <input type="checkbox" name={name} defaultChecked={checked} className="size-5 accent-cobalt" />
      {label}
    </label>
  )
}

type Consequence = Desk & {
  preview: { amount: Money; subsidy: Money; commission: Money; released: Money }
  /** Of this press: twice is once. */
  attempt: string
  back: string
  send: (form: FormData) => Promise<void>
}

/** Whom it costs what, before it is done. */
export function RefundConsequence({ parcel, locale, chosen, preview, attempt, back, send }: Consequence) {
  const t = refundText[locale]
  const { amount, subsidy, commission, released } = preview
  const rows = [
    [t.toBuyer, amount] as const,
    ...(subsidy.amount > 0 ? [[entryText[locale]['subsidy-refund'], subsidy] as const] : []),
    [t.commissionBack, commission] as const,
  ]
  return (
    <section className="panel" data-consequence>
      <h2 className="text-lg! leading-6! mb-3">{t.consequence}</h2>
      <dl className="sum">
        {rows.map(([name, sum]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd className="num whitespace-nowrap">{formatMoney(sum, locale)}</dd>
          </div>
        ))}
        <div className="total">
          <dt>{t.yourShare}</dt>
          <dd className="num whitespace-nowrap">
            {formatMoney(minus(sum([amount, subsidy], amount.currency), commission), locale)}
          </dd>
        </div>
      </dl>
      {released.amount === 0 ? null : (
        <p className="small muted mt-2">{fill(t.wasPayable, { sum: formatMoney(released, locale) })}</p>
      )}
      <form action={send} className="mt-4">
        {Object.entries({ ...chosen, parcel: parcel.id, attempt, back, locale }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button kind="act" full type="submit">
          {fill(t.confirmRefund, { sum: formatMoney(amount, locale) })}
        </Button>
      </form>
    </section>
  )
}
