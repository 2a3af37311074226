import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { PayoutBadge } from '@/components/money/payout-badge'
import { periodName } from '@/components/money/period-name'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { moneyText } from '@/lib/i18n/messages/money'
import type { PayoutSummary } from '@/lib/payout/schema'

/** The shop's payouts; each leads to the entries it consists of. */
export function PayoutTable({ payouts, locale }: { payouts: readonly PayoutSummary[]; locale: Locale }) {
  const t = moneyText[locale]
  return (
    <DeskTable
      head={[{ label: t.period }, { label: t.status }, { label: t.account }, { label: t.amount, right: true }]}
    >
      {payouts.map((payout) => (
        <DeskRow key={payout.id}>
          <DeskCell>
            <a className="link inline-flex min-h-6 items-center" href={`/${locale}/seller/money/payouts/${payout.id}`}>
              {periodName(payout.period, locale)}
            </a>
            <span className="small muted num block">{formatDate(payout.proposedAt, locale, { time: true })}</span>
          </DeskCell>
          <DeskCell className="max-[899px]:justify-self-end">
            <PayoutBadge status={payout.status} locale={locale} />
          </DeskCell>
          <DeskCell className="num muted">{fill(t.accountEnd, { digits: payout.account })}</DeskCell>
          <DeskCell right className="num font-semibold">
            {formatMoney(payout.amount, locale)}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
