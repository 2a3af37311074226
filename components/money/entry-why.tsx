import { DeskCell, DeskRow, DeskTable } from '@/components/money/desk-table'
import { SignedMoney } from '@/components/money/signed-money'
import { formatDate, formatMoney, formatNumber, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { entryText, moneyText } from '@/lib/i18n/messages/money'
import { whyText } from '@/lib/i18n/messages/why'
import { type Currency, money } from '@/lib/kernel/money'
import type { Explanation, FormulaLine } from '@/lib/ledger/schema'
import type { FrozenRule } from '@/lib/order/schema'

type Spoken = { locale: Locale; currency: Currency }

/** How one entry came about: its formula, base and rates, the lines it sums up, and what says so. */
export function EntryWhy({ entry, locale }: { entry: Explanation; locale: Locale }) {
  const t = moneyText[locale]
  const { formula, amount } = entry
  const cash = (minor: number) => formatMoney(money(minor, amount.currency), locale)
  const facts = [
    [t.kind, entryText[locale][entry.type]],
    [t.date, formatDate(entry.at, locale, { year: true, time: true })],
    [t.order, entry.number],
    [t.formula, whyText[locale][entry.type]],
    [t.base, formula.base === undefined ? null : cash(formula.base)],
    [t.rate, formula.bp === undefined ? null : formatPercent(formula.bp, locale)],
    [t.vat, formula.vatBp === undefined ? null : formatPercent(formula.vatBp, locale)],
    [t.sources, formula.sources.join(', ')],
    [t.reference, `${entry.kind} ${entry.ref} · ${entry.entryId}`],
  ] as const
  return (
    <section className="panel">
      <dl className="grid gap-x-6 gap-y-2 min-[900px]:grid-cols-[190px_minmax(0,1fr)]">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="small muted">{name}</dt>
              <dd className="mb-1 min-w-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {formula.lines && formula.lines.length > 0 ? (
        <>
          <h2 className="text-lg! leading-6! mt-4 mb-1">{t.lines}</h2>
          <FormulaLines lines={formula.lines} locale={locale} currency={amount.currency} />
        </>
      ) : null}
    </section>
  )
}

function FormulaLines({ lines, ...spoken }: Spoken & { lines: readonly FormulaLine[] }) {
  const { locale, currency } = spoken
  const t = moneyText[locale]
  const cash = (minor: number) => formatMoney(money(minor, currency), locale)
  return (
    <DeskTable
      head={[{ label: 'SKU' }, { label: t.sum, right: true }, { label: t.rule }, { label: t.commission, right: true }]}
    >
      {lines.map((line) => (
        <DeskRow key={line.lineId}>
          <DeskCell>
            {line.sku ?? line.lineId}
            <span className="small muted num block">
              {formatNumber(line.quantity)} × {line.price === undefined ? '—' : cash(line.price)}
              {line.discount ? ` − ${cash(line.discount)}` : null}
            </span>
          </DeskCell>
          <DeskCell right className="num">
            {cash(line.amount)}
          </DeskCell>
          <DeskCell className="small">{ruleText(line, spoken)}</DeskCell>
          <DeskCell right className="num font-semibold">
            {cash(line.commission)}
          </DeskCell>
        </DeskRow>
      ))}
    </DeskTable>
  )
}

function ruleText({ commissionRule, commissionBp }: FormulaLine, { locale, currency }: Spoken): string {
  const t = moneyText[locale]
  const rule = commissionRule as FrozenRule | undefined
  if (!rule) return commissionBp === undefined ? '' : formatPercent(commissionBp, locale)
  const each = (minor: number) => fill(t.perPiece, { value: formatMoney(money(minor, currency), locale) })
  return [
    fill(t.version, { percent: formatPercent(rule.bp, locale), version: rule.version }),
    rule.fixed > 0 ? `+ ${each(rule.fixed)}` : null,
    rule.min === null ? null : fill(t.atLeast, { value: each(rule.min) }),
    rule.max === null ? null : fill(t.atMost, { value: each(rule.max) }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** Everything the books say of one parcel, in its order. */
export function ParcelEntries({ entries, locale }: { entries: readonly Explanation[]; locale: Locale }) {
  const t = moneyText[locale]
  return (
    <section className="panel mt-4">
      <h2 className="text-lg! leading-6! mb-1">{t.allOfParcel}</h2>
      <DeskTable head={[{ label: t.kind }, { label: t.amount, right: true }, { label: t.formula }]}>
        {entries.map((entry) => (
          <DeskRow key={entry.entryId}>
            <DeskCell>
              <a
                className="link inline-flex min-h-6 items-center"
                href={`/${locale}/seller/money/entries/${entry.entryId}`}
              >
                {entryText[locale][entry.type]}
              </a>
              <span className="small muted num block">{formatDate(entry.at, locale, { time: true })}</span>
            </DeskCell>
            <DeskCell right>
              <SignedMoney money={entry.amount} locale={locale} />
            </DeskCell>
            <DeskCell wide className="small muted [overflow-wrap:anywhere]">
              {whyText[locale][entry.type]}
            </DeskCell>
          </DeskRow>
        ))}
      </DeskTable>
    </section>
  )
}
