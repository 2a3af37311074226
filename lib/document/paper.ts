import { formatMoney, formatPercent, pick } from '@/lib/format'
import type { Cell, Paper, Table } from '@/lib/functions/schema'
import { fill, type Locale } from '@/lib/i18n'
import { paperText } from '@/lib/i18n/messages/paper'
import { money } from '@/lib/kernel/money'
import type { DocumentData, DocumentLine, IssuedDocument } from './schema'

type Spoken = { locale: Locale; data: DocumentData }

const cash = ({ currency }: DocumentData, amount: number): Cell => ({ money: money(amount, currency) })

const codesOf = ({ sku, ikpu, packageCode }: DocumentLine) =>
  [sku, ikpu ?? '—', packageCode].filter((code) => code !== null).join('\n')

/** `12.5 % + 1 000 soʻm a piece, at least …`: as frozen at the sale, with the rule's version. */
function ruleOf({ rule }: DocumentLine, { locale, data }: Spoken): string {
  if (!rule) return '—'
  const t = paperText[locale]
  const each = (amount: number) => fill(t.perPiece, { value: formatMoney(money(amount, data.currency), locale) })
  const parts = [
    formatPercent(rule.bp, locale),
    rule.fixed > 0 ? `+ ${each(rule.fixed)}` : null,
    rule.min === null ? null : fill(t.atLeast, { value: each(rule.min) }),
    rule.max === null ? null : fill(t.atMost, { value: each(rule.max) }),
  ]
  return `${parts.filter((part) => part !== null).join(', ')} (v${rule.version})`
}

function goodsTable(spoken: Spoken): Table {
  const { locale, data } = spoken
  const t = paperText[locale]
  const rate = ({ vatPercent }: DocumentLine) => (vatPercent > 0 ? fill(t.vatPayer, { percent: vatPercent }) : t.noVat)
  const delivery: Cell[][] =
    data.delivery === 0 ? [] : [[t.delivery, '', '', '', '', cash(data, data.delivery), cash(data, data.deliveryVat)]]
  return {
    title: t.goods,
    columns: [
      { label: t.item, width: 4 },
      { label: t.codes, width: 4 },
      { label: t.quantity, width: 1.2, right: true },
      { label: t.price, width: 2.4, right: true },
      { label: t.discount, width: 2.2, right: true },
      { label: t.sum, width: 2.6, right: true },
      { label: t.vatInside, width: 2.2, right: true },
    ],
    rows: [
      ...data.lines.map((line): Cell[] => [
        `${pick(line.title, locale)} (${rate(line)})`,
        codesOf(line),
        { count: line.quantity },
        cash(data, line.price),
        cash(data, line.discount),
        cash(data, line.amount),
        cash(data, line.vat),
      ]),
      ...delivery,
    ],
    total: [t.total, '', '', '', '', cash(data, data.total), cash(data, vatOf(data))],
  }
}

const vatOf = ({ lines, deliveryVat }: DocumentData) => deliveryVat + sumOf(lines, ({ vat }) => vat)

const sumOf = (lines: readonly DocumentLine[], of: (line: DocumentLine) => number) =>
  lines.reduce((sum, line) => sum + of(line), 0)

/** What a line is worth to its shop, which the commission counts from. */
const baseOf = ({ amount, subsidy = 0 }: DocumentLine) => amount + subsidy

function commissionTable(spoken: Spoken): Table {
  const { locale, data } = spoken
  const t = paperText[locale]
  return {
    title: t.commission,
    columns: [
      { label: t.item, width: 4 },
      { label: t.base, width: 2.4, right: true },
      { label: t.formula, width: 4 },
      { label: t.sum, width: 2.4, right: true },
    ],
    rows: data.lines.map((line): Cell[] => [
      pick(line.title, locale),
      cash(data, baseOf(line)),
      ruleOf(line, spoken),
      cash(data, line.commission),
    ]),
    total: [t.total, cash(data, sumOf(data.lines, baseOf)), '', cash(data, data.commission)],
  }
}

function factsOf({ data, issuedAt }: IssuedDocument, locale: Locale): Paper['facts'] {
  const t = paperText[locale]
  const { shop, operator } = data
  const known: [string, Cell | null][] = [
    [t.date, { date: issuedAt }],
    [t.order, data.orderNumber],
    [t.original, data.original],
    [t.seller, shop.holder === null ? shop.name : `${shop.holder} (${shop.name})`],
    [t.sellerTax, shop.taxId],
    [t.sellerVat, shop.vatCode],
    [t.market, operator.name],
    [t.marketTax, operator.taxId],
    [t.marketVat, operator.vatCode],
  ]
  return known.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}

/** The paper in the reader's language: the same document and language give the same file. */
export function documentPaper(document: IssuedDocument, locale: Locale): Paper {
  const t = paperText[locale]
  const { kind, name, data, issuedAt } = document
  const isAct = kind === 'act' || kind === 'refund-act'
  const facts = factsOf(document, locale)
  return {
    locale,
    title: fill(t[kind], { name }),
    subtitle: `${data.orderNumber} · ${data.shop.name}`,
    issuedAt,
    facts: isAct
      ? [...facts, { label: t.commissionVat, value: cash(data, data.commissionVat) }]
      : [...facts, ...(data.credit ? [{ label: t.credit, value: cash(data, data.credit) }] : [])],
    tables: [isAct ? commissionTable({ locale, data }) : goodsTable({ locale, data })],
    notes: [isAct ? t.actNote : t.receiptNote],
  }
}
