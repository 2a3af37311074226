import { referralTones } from '@/components/account/referral-panel'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { WideTable } from '@/components/ui/wide-table'
import { formatDate, formatMoney, formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { referralText } from '@/lib/i18n/messages/referral'
import type { ReferralCounts, ReferralRow } from '@/lib/referral/schema'

type Review = (form: FormData) => Promise<void>

/** How many stand where, why some were refused, and what it all cost. */
export function ReferralFigures({ counts, locale }: { counts: ReferralCounts; locale: Locale }) {
  const t = referralText[locale]
  return (
    <dl className="row flex-wrap gap-x-8 gap-y-3">
      {counts.byStatus.map(({ status, count }) => (
        <div key={status}>
          <dt className="small muted">{t[status]}</dt>
          <dd className="price num">{formatNumber(count)}</dd>
        </div>
      ))}
      <div>
        <dt className="small muted">{t.given}</dt>
        <dd className="price num">{formatMoney(counts.given, locale)}</dd>
      </div>
      {counts.byReason.length === 0 ? null : (
        <div className="w-full">
          <dt className="small muted">{t.reasons}</dt>
          <dd className="num">
            {counts.byReason.map(({ reason, count }) => `${t[reason]}: ${formatNumber(count)}`).join(' · ')}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Verdict({ row, locale, review }: { row: ReferralRow; locale: Locale; review: Review }) {
  const t = referralText[locale]
  const verdict = row.status === 'refused' ? 'allow' : 'refuse'
  if (!['new', 'waiting', 'refused'].includes(row.status)) return null
  return (
    <form action={review}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={row.id} />
      <Button kind="line" type="submit" name="verdict" value={verdict} aria-label={`${t[verdict]}: ${row.orderNumber}`}>
        {t[verdict]}
      </Button>
    </form>
  )
}

type TableProps = { rows: readonly ReferralRow[]; locale: Locale; review: Review }

export function ReferralTable({ rows, locale, review }: TableProps) {
  const t = referralText[locale]
  if (rows.length === 0) return <p className="muted">{t.none}</p>
  return (
    <WideTable label={t.deskTitle}>
      <table className="tbl">
        <thead>
          <tr>
            {[t.referrer, t.friend, t.order, t.state].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col" className="r">
              {t.sum}
            </th>
            <th scope="col">
              <span className="sr">{t.reviewed}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-referral={row.status}>
              <th scope="row">{row.referrer}</th>
              <td>{row.friend}</td>
              <td className="num">
                <a className="link" href={`/${locale}/admin/payments/${row.orderNumber}`}>
                  {row.orderNumber}
                </a>
                <span className="small muted block">{formatDate(row.at, locale)}</span>
              </td>
              <td>
                <Badge tone={referralTones[row.status]}>{t[row.status]}</Badge>
                <span className="small muted block">
                  {[row.reason && t[row.reason], row.reviewed && t.reviewed].filter(Boolean).join(' · ')}
                </span>
              </td>
              <td className="r num">
                {formatMoney(row.amount, locale)}
                {row.taken.amount === 0 ? null : (
                  <span className="small block text-bad">−{formatMoney(row.taken, locale)}</span>
                )}
              </td>
              <td>
                <Verdict row={row} locale={locale} review={review} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
