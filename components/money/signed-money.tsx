import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

/** Plus and minus are written out: colour alone says nothing. */
export function SignedMoney({ money, locale }: { money: Money; locale: Locale }) {
  const sign = money.amount > 0 ? '+' : ''
  return (
    <span className={`num font-semibold whitespace-nowrap ${money.amount < 0 ? 'text-bad' : 'text-ok'}`}>
      {sign}
      {formatMoney(money, locale)}
    </span>
  )
}
