import type { OrderAction } from '@/components/order/order-totals'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Locale } from '@/lib/i18n'
import { orderText } from '@/lib/i18n/messages/order'

export type FindProblem = 'number' | 'phone' | 'not-found' | 'too-many'

type Props = { locale: Locale; action: OrderAction; number?: string | undefined; problem: FindProblem | null }

/** Number and phone open an order anywhere; both wrong ones answer the same. */
export function FindOrder({ locale, action, number, problem }: Props) {
  const t = orderText[locale]
  return (
    <form action={action} className="panel stack max-w-[480px] gap-4" noValidate>
      <input type="hidden" name="locale" value={locale} />
      {problem === 'not-found' || problem === 'too-many' ? (
        <p className="font-semibold text-bad" role="alert">
          {problem === 'too-many' ? t.tooMany : t.notFound}
        </p>
      ) : null}
      <Field
        label={t.number}
        name="number"
        defaultValue={number}
        autoComplete="off"
        autoCapitalize="characters"
        placeholder="104722913K"
        error={problem === 'number' ? t.numberError : undefined}
      />
      <Field
        label={t.phone}
        name="phone"
        type="tel"
        autoComplete="tel"
        placeholder="+998 90 123-45-67"
        error={problem === 'phone' ? t.phoneError : undefined}
      />
      <Button kind="act" type="submit">
        {t.find}
      </Button>
    </form>
  )
}
