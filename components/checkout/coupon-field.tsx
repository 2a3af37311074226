import type { CouponState } from '@/components/checkout/checkout-state'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import type { CheckoutText } from '@/lib/i18n/messages/checkout'

type Props = { t: CheckoutText; locale: Locale; coupon: CouponState; value: string }

/** Its button posts the whole form and comes back with the new total; nothing is ordered by it. */
export function CouponField({ t, locale, coupon: { cut, problem }, value }: Props) {
  const taken = cut
    ? { help: fill(t.couponTaken, { sum: formatMoney({ amount: cut.amount, currency: 'UZS' }, locale) }) }
    : {}
  return (
    <div className="row items-start gap-2">
      <Field
        key={cut?.code}
        className="grow"
        label={t.coupon}
        name="coupon"
        maxLength={64}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={problem ?? undefined}
        {...taken}
        defaultValue={cut?.code ?? value}
      />
      <Button kind="line" type="submit" name="apply" value="coupon" className="mt-7">
        {t.couponApply}
      </Button>
    </div>
  )
}
