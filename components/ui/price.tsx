import { formatMoney } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import type { Money } from '@/lib/kernel/money'

export function Price({
  money,
  locale,
  was,
  large = false,
}: {
  money: Money
  locale: Locale
  was?: Money | undefined
  large?: boolean
}) {
  return (
    <>
      <span className={large ? 'price lg num' : 'price num'}>{formatMoney(money, locale)}</span>
      {was === undefined ? null : <s className="was num">{formatMoney(was, locale)}</s>}
    </>
  )
}
