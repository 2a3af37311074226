import { DifferenceChart } from '@/components/admin/difference-chart'
import { optionName } from '@/components/admin/experiment-list'
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

export function ResultTable({ results, locale }: Part) {
  const t = experimentText[locale]
  const range = (low: string, high: string) => fill(t.interval, { low, high })
  const head = [t.visitors, t.buyers, t.conversion, t.orders, t.refundRate, t.revenue, t.perVisitor]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys, too
    <section className="overflow-x-auto" aria-label={t.results} tabIndex={0}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t.variant}</th>
            {[...head, t.difference, t.uncounted].map((label) => (
              <th key={label} scope="col" className="r">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.variants.map((row) => (
            <tr key={row.option}>
              <th scope="row">
                {optionName(row.option, locale)}
                <span className="small muted block num">{fill(t.expected, { count: formatNumber(row.expected) })}</span>
              </th>
              {cells(row, locale).map((cell, at) => (
                <td key={head[at]} className="r num">
                  {cell}
                </td>
              ))}
              <td className="r num">
                {row.versus === null ? (
                  t.control
                ) : (
                  <>
                    {sum(row.versus.revenue.difference, locale)}
                    <span className="small muted block">
                      {range(sum(row.versus.revenue.low, locale), sum(row.versus.revenue.high, locale))}
                    </span>
                    <span className="small muted block">
                      {t.conversion}: {points(row.versus.conversion.difference, locale)} (
                      {range(points(row.versus.conversion.low, locale), points(row.versus.conversion.high, locale))})
                    </span>
                  </>
                )}
              </td>
              <td className="r num">{formatNumber(row.uncounted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
