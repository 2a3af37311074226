import { DifferenceChart } from '@/components/admin/difference-chart'
import { optionName } from '@/components/admin/experiment-list'
import { TableBehind } from '@/components/chart/table-behind'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { ExperimentResults, Judgement, VariantResult } from '@/lib/experiment/schema'
import { formatMoney, formatNumber, formatPercent } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { experimentText } from '@/lib/i18n/messages/experiment'
import { money } from '@/lib/kernel/money'

const tones: Record<Judgement, BadgeTone | null> = {
  'too-early': null,
  'split-broken': 'bad',
  harmful: 'bad',
  better: 'ok',
  worse: 'warn',
  alike: null,
}

const percent = (part: number, of: number, locale: Locale) =>
  of === 0 ? '—' : formatPercent(Math.round((part * 10_000) / of), locale)

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text)

/** Hundredths of a percent point, with their sign. */
const points = (value: number, locale: Locale) => signed(formatPercent(value, locale).replace('-', '−'), value)
const sum = (value: number, locale: Locale) =>
  Number.isFinite(value) ? signed(formatMoney(money(Math.round(value), 'UZS'), locale), value) : '∞'

/** How likely such a split is: four decimals are more than anybody needs. */
const likelihood = (p: number, locale: Locale) => {
  const text = p < 0.0001 ? '< 0.0001' : String(Math.round(p * 10_000) / 10_000)
  return locale === 'en' ? text : text.replace('.', ',')
}

type Part = { results: ExperimentResults; locale: Locale }

/** What may be concluded, first; then how sure that is. */
export function Verdicts({ results, locale }: Part) {
  const t = experimentText[locale]
  const { split, confidence, variants } = results
  const spoken = fill(split.broken ? t.splitBroken : t.splitFine, { p: likelihood(split.probability, locale) })
  return (
    <>
      <ul className="stack gap-2!">
        {variants.map(({ option, versus }) =>
          versus === null ? null : (
            <li key={option} className="row flex-wrap">
              <b className="strong">{optionName(option, locale)}</b>
              <Verdict judgement={versus.judgement} locale={locale} />
              <span className="num">{sum(versus.revenue.difference, locale)}</span>
            </li>
          ),
        )}
      </ul>
      <p className={`small mt-2 ${split.broken ? 'text-bad' : 'muted'}`}>{spoken}</p>
      <p className="small muted">
        {fill(t.confidence, { percent: formatPercent(Math.round(confidence * 100), locale) })}
      </p>
    </>
  )
}

export function Verdict({ judgement, locale }: { judgement: Judgement; locale: Locale }) {
  const tone = tones[judgement]
  return <Badge {...(tone !== null && { tone })}>{experimentText[locale][judgement]}</Badge>
}

export function ResultChart({ results, locale }: Part) {
  const t = experimentText[locale]
  const rows = results.variants.flatMap(({ option, versus }) =>
    versus === null || !Number.isFinite(versus.revenue.low)
      ? []
      : [{ label: optionName(option, locale), ...versus.revenue }],
  )
  if (rows.length === 0) return null
  return <DifferenceChart rows={rows} label={t.chart} say={(value) => sum(value, locale)} />
}

const cells = (row: VariantResult, locale: Locale) => [
  formatNumber(row.visitors),
  formatNumber(row.buyers),
  percent(row.buyers, row.visitors, locale),
  formatNumber(row.orders),
  percent(row.refundedOrders, row.orders, locale),
  formatMoney(money(row.revenue, 'UZS'), locale),
  formatMoney(row.perVisitor, locale),
]

function Difference({ versus, locale }: Pick<VariantResult, 'versus'> & { locale: Locale }) {
  const t = experimentText[locale]
  if (versus === null) return t.control
  const { revenue, conversion } = versus
  const range = (low: string, high: string) => fill(t.interval, { low, high })
  return (
    <>
      {sum(revenue.difference, locale)}
      <span className="small muted block">{range(sum(revenue.low, locale), sum(revenue.high, locale))}</span>
      <span className="small muted block">
        {t.conversion}: {points(conversion.difference, locale)} (
        {range(points(conversion.low, locale), points(conversion.high, locale))})
      </span>
    </>
  )
}

export function ResultTable({ results, locale }: Part) {
  const t = experimentText[locale]
  const counted = [t.visitors, t.buyers, t.conversion, t.orders, t.refundRate, t.revenue, t.perVisitor]
  return (
    <TableBehind
      label={t.asTable}
      open
      scroll={t.results}
      columns={[t.variant, ...counted, t.difference, t.uncounted]}
      rows={results.variants.map((row) => ({
        key: row.option,
        cells: [
          <>
            {optionName(row.option, locale)}
            <span className="small muted block num">{fill(t.expected, { count: formatNumber(row.expected) })}</span>
          </>,
          ...cells(row, locale),
          <Difference key="difference" versus={row.versus} locale={locale} />,
          formatNumber(row.uncounted),
        ],
      }))}
    />
  )
}
