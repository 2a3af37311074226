import type { Cell, Paper, Table } from '@/lib/functions/schema'
import { fill, type Locale } from '@/lib/i18n'
import { entryText, payoutText } from '@/lib/i18n/messages/money'
import { paperText } from '@/lib/i18n/messages/paper'
import type { Money } from '@/lib/kernel/money'
import type { Statement } from './schema'

const cash = (money: Money): Cell => ({ money })
const monthOf = ({ month }: Statement) => `${month.slice(5)}.${month.slice(0, 4)}`

function factsOf(statement: Statement, locale: Locale): Paper['facts'] {
  const t = paperText[locale]
  const { shop, opening, credited, debited, closing, parts } = statement
  const owner: Paper['facts'] = [
    { label: t.seller, value: shop.holder === null ? shop.name : `${shop.holder} (${shop.name})` },
    ...(shop.taxId === null ? [] : [{ label: t.sellerTax, value: shop.taxId }]),
    { label: t.period, value: monthOf(statement) },
  ]
  const figures: [string, Money][] = [
    [t.opening, opening],
    [t.credited, credited],
    [t.debited, debited],
    [t.closing, closing],
    [fill(t.ofIt, { name: t.pending }), parts.pending],
    [fill(t.ofIt, { name: t.payable }), parts.payable],
    [fill(t.ofIt, { name: t.reserve }), parts.reserve],
    [t.debt, parts.debt],
  ]
  return [...owner, ...figures.map(([label, money]) => ({ label, value: cash(money) }))]
}

function entriesTable({ entries, opening, closing }: Statement, locale: Locale, limit: number): Table {
  const t = paperText[locale]
  return {
    title: t.entries,
    columns: [
      { label: t.date, width: 2.2 },
      { label: t.order, width: 2.4 },
      { label: t.kind, width: 3 },
      { label: t.amount, width: 2.4, right: true },
      { label: t.balance, width: 2.4, right: true },
    ],
    rows: [
      ['', '', t.opening, '', cash(opening)],
      ...entries
        .slice(0, limit)
        .map((entry): Cell[] => [
          { date: entry.at },
          entry.number ?? '',
          entryText[locale][entry.type],
          cash(entry.amount),
          cash(entry.balance),
        ]),
    ],
    total: ['', '', t.closing, '', cash(closing)],
  }
}

function payoutsTable({ payouts }: Statement, locale: Locale): Table {
  const t = paperText[locale]
  return {
    title: t.payouts,
    columns: [
      { label: t.date, width: 2 },
      { label: t.payout, width: 4 },
      { label: t.status, width: 2 },
      { label: t.account, width: 1.4 },
      { label: t.debt, width: 2.2, right: true },
      { label: t.amount, width: 2.2, right: true },
    ],
    rows: payouts.map((payout): Cell[] => [
      { date: payout.at },
      payout.id,
      payoutText[locale][payout.status],
      `…${payout.account}`,
      cash(payout.debt),
      cash(payout.amount),
    ]),
  }
}

/** A month on paper. `limit` keeps a PDF readable; the sheet has everything. */
export function statementPaper(statement: Statement, locale: Locale, limit = Number.POSITIVE_INFINITY): Paper {
  const t = paperText[locale]
  const cut = statement.entries.length > limit ? [fill(t.cut, { count: limit })] : []
  return {
    locale,
    title: fill(t.statement, { period: monthOf(statement) }),
    subtitle: statement.shop.name,
    issuedAt: statement.to,
    facts: factsOf(statement, locale),
    tables: [
      entriesTable(statement, locale, limit),
      ...(statement.payouts.length > 0 ? [payoutsTable(statement, locale)] : []),
    ],
    notes: [...cut, t.statementNote],
  }
}
