import { formatMoney, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import type { ShopMoney } from '@/lib/payout/schema'

/** What the shop has, by where it is: not yet its own, payable, owed, held back. */
export function BalanceFigures({ money, locale }: { money: ShopMoney; locale: Locale }) {
  const t = moneyText[locale]
  const { balances, schedule } = money
  const held =
    schedule.reserveBp === 0
      ? t.noReserve
      : fill(t.reserveHelp, { percent: formatPercent(schedule.reserveBp, locale), days: schedule.reserveDays })
  const figures = [
    [t.payable, balances.payable, t.payableHelp],
    [t.pending, balances.pending, t.pendingHelp],
    [t.debt, balances.debt, t.debtHelp],
    [t.reserve, balances.reserve, held],
  ] as const
  return (
    <ul className="kpis">
      {figures.map(([name, amount, help]) => (
        <li key={name} className="kpi">
          <span className="small muted">{name}</span>
          <b className={`num ${amount.amount < 0 ? 'text-bad' : ''}`}>{formatMoney(amount, locale)}</b>
          <span className="small muted">{help}</span>
        </li>
      ))}
    </ul>
  )
}
