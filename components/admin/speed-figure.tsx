import { Badge } from '@/components/ui/badge'
import { formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { speedText } from '@/lib/i18n/messages/speed'
import { type Percentile, type SpeedRow, type VitalName, vitalLimits, vitalNames } from '@/lib/vitals/schema'

/** Milliseconds as whole numbers, a layout shift as `0,04`. */
export function speedValue(name: VitalName, value: number, locale: Locale): string {
  if (name !== 'CLS') return fill(speedText[locale].ms, { value: formatNumber(value) })
  const text = String(Math.round(value * 100) / 100)
  return locale === 'en' ? text : text.replace('.', ',')
}

function Verdict({ name, value, locale }: { name: VitalName; value: number; locale: Locale }) {
  const [good, poor] = vitalLimits[name]
  const t = speedText[locale]
  if (value <= good) return <Badge tone="ok">{t.good}</Badge>
  return value <= poor ? <Badge tone="warn">{t.middling}</Badge> : <Badge tone="bad">{t.poor}</Badge>
}

/** One cell of the table: the figure in words and, where it is not good, by its badge. */
export function SpeedFigure({ name, seen, locale }: { name: VitalName; seen: Percentile | undefined; locale: Locale }) {
  if (seen === undefined) return '—'
  return (
    <>
      {speedValue(name, seen.value, locale)}{' '}
      {seen.value <= vitalLimits[name][0] ? null : <Verdict name={name} value={seen.value} locale={locale} />}
    </>
  )
}

/** The whole market in five figures; each leads to its days. */
export function SpeedKpis({
  values,
  locale,
  current,
  href,
}: {
  values: SpeedRow['values']
  locale: Locale
  current: VitalName
  href: (name: VitalName) => string
}) {
  const t = speedText[locale]
  return (
    <ul className="kpis min-[900px]:grid-cols-5!">
      {vitalNames.map((name) => {
        const found = values[name]
        return (
          <li key={name} className="kpi">
            <a className="small link" href={href(name)} aria-current={name === current ? 'true' : undefined}>
              {t[name]} ({name})
            </a>
            <b className="num">{found === undefined ? '—' : speedValue(name, found.value, locale)}</b>
            <span className="small muted num">
              {found === undefined ? null : <Verdict name={name} value={found.value} locale={locale} />}{' '}
              {fill(t.seen, { count: formatNumber(found?.seen ?? 0) })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
