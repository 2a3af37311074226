import { speedValue } from '@/components/admin/speed-figure'
import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { speedText } from '@/lib/i18n/messages/speed'
import { type Device, devices, type SpeedDay, type VitalName, vitalLimits } from '@/lib/vitals/schema'

const HEIGHT = 200
const LEFT = 72
const TOP = 16
const FLOOR = 170

const strokes: Record<Device, string> = { phone: 'stroke-cobalt', desktop: 'stroke-turq-glaze' }

type Picture = { days: readonly SpeedDay[]; name: VitalName; locale: Locale }

/** Day by day, a line for each kind of device, and the same figures as a table for those who read. */
export function SpeedChart({ days, name, locale }: Picture) {
  const t = speedText[locale]
  const label = fill(t.chart, { name: t[name] })
  return (
    <section className="panel mt-5">
      <h2 className="text-lg! leading-6! mb-2">{fill(t.byDay, { name: t[name] })}</h2>
      <p className="row gap-4 small">
        {devices.map((device) => (
          <span key={device} className="row gap-1!">
            <svg viewBox="0 0 24 8" className="w-6" aria-hidden="true">
              <path d="M0 4H24" className={strokes[device]} strokeWidth="3" />
            </svg>
            {t[device]}
          </span>
        ))}
      </p>
      <Lines days={days} name={name} locale={locale} label={label} width={960} className="only-wide" />
      <Lines days={days} name={name} locale={locale} label={label} width={330} className="only-phone" />
      <details className="mt-2">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t.asTable}</summary>
        <DayTable days={days} name={name} locale={locale} />
      </details>
    </section>
  )
}

function Lines({ days, name, locale, label, width, className }: Picture & Shape) {
  const limits = vitalLimits[name]
  const all = days.flatMap((day) => devices.map((device) => day[device]?.value ?? 0))
  const top = Math.max(...all, limits[0]) * 1.1
  const x = (at: number) => LEFT + 6 + (at * (width - LEFT - 22)) / Math.max(1, days.length - 1)
  const y = (value: number) => FLOOR - ((FLOOR - TOP) * value) / top
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className={`h-auto w-full fill-ink-3 text-[13px] ${className}`}
      role="img"
      aria-label={label}
    >
      {[0, ...limits]
        .filter((value) => value <= top)
        .map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${width - 8}`} className="stroke-line" />
            <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
              {speedValue(name, value, locale)}
            </text>
          </g>
        ))}
      {devices.map((device) => {
        const points = days.flatMap((day, at) => {
          const found = day[device]
          return found === null ? [] : [[x(at), y(found.value)] as const]
        })
        return (
          <g key={device} className={strokes[device]} strokeWidth="3" strokeLinejoin="round">
            <path d={points.length > 1 ? `M${points.map((point) => point.join(' ')).join('L')}` : ''} fill="none" />
            {points.map(([cx, cy]) => (
              <circle key={cx} cx={cx} cy={cy} r="2.5" />
            ))}
          </g>
        )
      })}
      {days.map((day, at) =>
        (days.length - 1 - at) % Math.ceil(days.length / 7) === 0 ? (
          <text key={day.date} x={x(at)} y={HEIGHT - 8} textAnchor="middle">
            {Number(day.date.slice(8, 10))}
          </text>
        ) : null,
      )}
    </svg>
  )
}

type Shape = { label: string; width: number; className: string }

function DayTable({ days, name, locale }: Picture) {
  const t = speedText[locale]
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          {devices.map((device) => (
            <th key={device} scope="col" className="r">
              {t[device]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.date}>
            <th scope="row">{formatDate(day.date, locale)}</th>
            {devices.map((device) => {
              const found = day[device]
              return (
                <td key={device} className="r num">
                  {found === null ? '—' : speedValue(name, found.value, locale)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
