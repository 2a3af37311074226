import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { SignedMoney } from '@/components/money/signed-money'
import { formatDate, formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { entryText, moneyText } from '@/lib/i18n/messages/money'
import type { Payout } from '@/lib/payout/schema'

/** "Why this amount?": what was payable, what debt took of it, and every entry behind the sum. */
export function PayoutDetail({ payout, locale }: { payout: Payout; locale: Locale }) {
  const t = moneyText[locale]
  const figures = [
    [t.gross, payout.gross],
    [t.debtCovered, payout.debt],
    [t.toBank, payout.amount],
  ] as const
  return (
    <>
      <ul className="kpis">
        {figures.map(([name, amount]) => (
          <li key={name} className="kpi">
            <span className="small muted">{name}</span>
            <b className="num">{formatMoney(amount, locale)}</b>
          </li>
        ))}
        <li className="kpi">
          <span className="small muted">{t.account}</span>
          <b className="num">{fill(t.accountEnd, { digits: payout.account })}</b>
          <span className="small muted">{payout.details.holder}</span>
        </li>
      </ul>
      {payout.reason === null ? null : (
        <p className="mt-3">
          {t.rejectReason}: {payout.reason}
        </p>
      )}
      <section className="panel mt-4">
        <h2 className="text-lg! leading-6! mb-1">{t.consistsOf}</h2>
        <Lines payout={payout} locale={locale} />
        <p className="row between mt-3 font-semibold">
          {t.total}
          <span className="num">{formatMoney(payout.amount, locale)}</span>
        </p>
        {payout.lineCount > payout.lines.length ? (
          <p className="small muted">{fill(t.moreLines, { count: payout.lines.length, all: payout.lineCount })}</p>
        ) : null}
      </section>
    </>
  )
}

function Lines({ payout, locale }: { payout: Payout; locale: Locale }) {
  const t = moneyText[locale]
  return (
    <DeskTable
      head={[{ label: t.kind }, { label: t.amount, right: true }, { label: t.order }, { label: t.why, right: true }]}
    >
      {payout.lines.map((line) => (
        <DeskRow key={line.entryId}>
          <DeskCell>
            {entryText[locale][line.type]}
            <span className="small muted num block">{formatDate(line.at, locale, { time: true })}</span>
          </DeskCell>
          <DeskCell right>
            <SignedMoney money={line.amount} locale={locale} />
          </DeskCell>
          <DeskCell className="num">{line.number ?? '—'}</DeskCell>
          <DeskCell right>
            <a
              className="link small inline-flex min-h-11 items-center"
              href={`/${locale}/seller/money/entries/${line.entryId}`}
              aria-label={fill(t.whyEntry, { amount: formatMoney(line.amount, locale) })}
            >
              {t.why}
            </a>
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}
