import { formatDate, formatMoney, formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { sellerText } from '@/lib/i18n/messages/seller'
import type { SalesDay } from '@/lib/report/schema'

const HEIGHT = 200
const LEFT = 64
const TOP = 16
const FLOOR = 170

const x = (index: number, count: number, width: number) =>
  LEFT + 6 + (index * (width - LEFT - 22)) / Math.max(1, count - 1)
const y = (amount: number, top: number) => FLOOR - ((FLOOR - TOP) * amount) / top

/** Thousands of soʻm up to a million, millions above: the axis stays short. */
const axis = (amount: number, locale: Locale) => {
  const whole = Math.round(amount / 100)
  if (whole < 1_000_000) return formatNumber(whole)
  const millions = Math.round(whole / 100_000) / 10
  return `${locale === 'en' ? millions : String(millions).replace('.', ',')} M`
}

/** A round number of soʻm above the best day, so that the two lines between stand at round sums. */
const ceiling = (days: readonly SalesDay[]) => {
  const best = Math.max(...days.map((day) => day.sales.amount), 10_000_000)
  const step = 10 ** Math.floor(Math.log10(best))
  return Math.ceil(best / (step / 2)) * (step / 2)
}

/** A picture for those who look and the same figures as a table for those who read. */
export function SalesChart({ days, locale }: { days: readonly SalesDay[]; locale: Locale }) {
  const t = sellerText[locale]
  const today = days.at(-1)
  if (today === undefined) return null
  const label = fill(t.chartLabel, { today: formatMoney(today.sales, locale) })
  return (
    <section className="panel min-[900px]:col-span-2">
      <h2 className="text-lg! leading-6! mb-2">{t.dailySales}</h2>
      <Lines days={days} locale={locale} label={label} width={960} className="only-wide" />
      <Lines days={days} locale={locale} label={label} width={330} className="only-phone" />
      <details className="mt-2">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t.asTable}</summary>
        <SalesTable days={days} locale={locale} />
      </details>
    </section>
  )
}

type Picture = { days: readonly SalesDay[]; locale: Locale; label: string; width: number; className: string }

/** Drawn once for each kind of screen: a picture that shrinks takes its figures with it. */
function Lines({ days, locale, label, width, className }: Picture) {
  const top = ceiling(days)
  const points = days.map(
    (day, index) => `${x(index, days.length, width).toFixed(1)} ${y(day.sales.amount, top).toFixed(1)}`,
  )
  const line = `M${points.join('L')}`
  const last = points.at(-1)?.split(' ')
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className={`h-auto w-full fill-ink-3 text-[13px] ${className}`}
      role="img"
      aria-label={label}
    >
      {[0, top / 2, top].map((amount) => (
        <g key={amount}>
          <path d={`M${LEFT} ${y(amount, top)}H${width - 8}`} className="stroke-line" />
          <text x={LEFT - 8} y={y(amount, top) + 4} textAnchor="end">
            {axis(amount, locale)}
          </text>
        </g>
      ))}
      <path d={`${line}V${FLOOR}H${LEFT + 6}Z`} className="fill-turq-glaze opacity-20" />
      <path d={line} fill="none" className="stroke-cobalt" strokeWidth="3" strokeLinejoin="round" />
      <circle cx={last?.[0]} cy={last?.[1]} r="6" className="fill-saffron stroke-cobalt" strokeWidth="2.5" />
      {days.map((day, index) =>
        index % 3 === 1 ? (
          <text key={day.date} x={x(index, days.length, width)} y={HEIGHT - 8} textAnchor="middle">
            {Number(day.date.slice(8, 10))}
          </text>
        ) : null,
      )}
    </svg>
  )
}

function SalesTable({ days, locale }: { days: readonly SalesDay[]; locale: Locale }) {
  const t = sellerText[locale]
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col" className="r">
            {t.orders}
          </th>
          <th scope="col" className="r">
            {t.sales}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.date}>
            <th scope="row">{formatDate(day.date, locale)}</th>
            <td className="r num">{day.orders}</td>
            <td className="r num">{formatMoney(day.sales, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
