import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { refundText } from '@/lib/i18n/messages/refund'
import type { Refund } from '@/lib/payment/schema'

export type GiveBack = (form: FormData) => Promise<void>
type Props = { refund: Refund; locale: Locale; back: string; give: GiveBack }

/** The shop holds the cash of a refund: it writes the sum that it gave, so that nothing is confirmed by a slip. */
export function CashBack({ refund, locale, back, give }: Props) {
  const t = refundText[locale]
  const sum = formatMoney(refund.amount, locale)
  return (
    <form action={give} className="stack mt-2 w-full gap-2!">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="refund" value={refund.id} />
      <p className="small">{fill(t.giveCashHelp, { sum })}</p>
      <Field
        label={t.amountSum}
        name="amount"
        id={`given-${refund.id}`}
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <Field
        label={t.giveCashNote}
        name="note"
        id={`note-${refund.id}`}
        minLength={2}
        maxLength={500}
        autoComplete="off"
        required
      />
      <Button kind="solid" size="sm" type="submit" aria-label={`${t.giveCash}: ${sum}`}>
        {t.giveCash}
      </Button>
    </form>
  )
}
