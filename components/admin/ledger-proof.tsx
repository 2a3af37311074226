import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { Notice } from '@/components/seller/notice'
import { Badge } from '@/components/ui/badge'
import { formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { type Currency, money } from '@/lib/kernel/money'
import type { Proof, TrialLine } from '@/lib/ledger/schema'

/** The verdict first, then who offends, then every check by name. */
export function LedgerProof({ proof, locale }: { proof: Proof; locale: Locale }) {
  const t = adminText[locale]
  const { breaches, passed, checks, entries, txns, milliseconds } = proof
  const right = breaches.length === 0
  return (
    <section className="panel mt-4" data-proof={right ? 'right' : 'wrong'}>
      <Notice text={right ? t.right : fill(t.wrong, { count: breaches.length })} problem={!right} />
      <p className="small muted num mt-2">
        {fill(t.proof, {
          checks,
          entries: formatNumber(entries),
          txns: formatNumber(txns),
          seconds: (milliseconds / 1000).toFixed(1),
        })}
      </p>
      {right ? null : (
        <DeskTable head={[{ label: t.offender }, { label: t.detail }]}>
          {breaches.map(({ check, offender, detail }) => (
            <DeskRow key={`${check} ${offender} ${detail}`}>
              <DeskCell wide className="num [overflow-wrap:anywhere]">
                <b className="strong">{offender}</b>
                <span className="small muted block">{check}</span>
              </DeskCell>
              <DeskCell wide className="text-bad [overflow-wrap:anywhere]">
                {detail}
              </DeskCell>
            </DeskRow>
          ))}
        </DeskTable>
      )}
      <details className="mt-2">
        <summary className="link inline-flex min-h-11 items-center">{t.checks}</summary>
        <ul>
          {passed.map(({ name, found }) => (
            <li key={name} className="row between border-t border-line py-2">
              <span lang="en">{name}</span>
              <Badge tone={found === 0 ? 'ok' : 'bad'}>
                {found === 0 ? t.passed : fill(t.failed, { count: found })}
              </Badge>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const total = (lines: readonly TrialLine[], of: 'debit' | 'credit' | 'balance', currency: Currency) =>
  money(
    lines.reduce((sum, line) => sum + line[of].amount, 0),
    currency,
  )

/** Every account with what went in and out; each currency has a sum of its own. */
export function TrialBalance({ lines, locale }: { lines: readonly TrialLine[]; locale: Locale }) {
  const t = adminText[locale]
  const currencies = [...new Set(lines.map(({ balance }) => balance.currency))]
  return (
    <section className="panel mt-4">
      <h2 className="text-lg! leading-6! mb-1">{t.trial}</h2>
      <p className="small muted">{lines.length === 0 ? t.noEntries : t.trialLead}</p>
      {currencies.map((currency) => {
        const own = lines.filter(({ balance }) => balance.currency === currency)
        return (
          <DeskTable
            key={currency}
            head={[
              { label: t.account },
              { label: t.balance, right: true },
              { label: t.debit, right: true },
              { label: t.credit, right: true },
            ]}
          >
            {own.map((line) => (
              <DeskRow key={line.code}>
                <DeskCell>
                  {t[line.kind]}
                  <span className="small muted num block [overflow-wrap:anywhere]">
                    {line.shop ?? line.code} · {t.entries}: {formatNumber(line.entries)}
                  </span>
                </DeskCell>
                <Sums {...line} locale={locale} />
              </DeskRow>
            ))}
            <DeskRow>
              <DeskCell className="font-semibold">{t.total}</DeskCell>
              <Sums
                debit={total(own, 'debit', currency)}
                credit={total(own, 'credit', currency)}
                balance={total(own, 'balance', currency)}
                locale={locale}
              />
            </DeskRow>
          </DeskTable>
        )
      })}
    </section>
  )
}

function Sums({
  debit,
  credit,
  balance,
  locale,
}: Pick<TrialLine, 'debit' | 'credit' | 'balance'> & { locale: Locale }) {
  return (
    <>
      <DeskCell right className="num font-semibold">
        {formatMoney(balance, locale)}
      </DeskCell>
      <DeskCell className="num muted min-[900px]:text-right">{formatMoney(debit, locale)}</DeskCell>
      <DeskCell right className="num muted">
        {formatMoney(credit, locale)}
      </DeskCell>
    </>
  )
}
