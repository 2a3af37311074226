import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import type { CheckoutText } from '@/lib/i18n/messages/checkout'

type Props = {
  t: CheckoutText
  locale: Locale
  /** Minor units. */
  have: number
  checked: boolean
  /** Nothing is left to pay. */
  whole: boolean
  onCheck: (on: boolean) => void
}

export function CreditField({ t, locale, have, checked, whole, onCheck }: Props) {
  return (
    <div>
      <label className="pick cursor-pointer has-checked:border-cobalt has-checked:bg-cobalt-soft">
        <input
          type="checkbox"
          className="size-5 accent-cobalt"
          name="useCredit"
          defaultChecked={checked}
          onChange={(event) => onCheck(event.currentTarget.checked)}
        />
        <span>
          <b className="strong block">{t.credit}</b>
          <span className="small muted num">
            {fill(t.creditHave, { sum: formatMoney({ amount: have, currency: 'UZS' }, locale) })}
          </span>
        </span>
      </label>
      {whole ? (
        <p className="small mt-1.5" role="status">
          {t.creditWhole}
        </p>
      ) : null}
    </div>
  )
}
