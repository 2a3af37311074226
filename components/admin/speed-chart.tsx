import { speedValue } from '@/components/admin/speed-figure'
import { DayPlot, type Scale } from '@/components/chart/day-plot'
import { TableBehind } from '@/components/chart/table-behind'
import { formatDate } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { speedText } from '@/lib/i18n/messages/speed'
import { type Device, devices, type SpeedDay, type VitalName, vitalLimits } from '@/lib/vitals/schema'

const strokes: Record<Device, string> = { phone: 'stroke-cobalt', desktop: 'stroke-turq-glaze' }

type Picture = { days: readonly SpeedDay[]; name: VitalName; locale: Locale }

/** Day by day, a line for each kind of device, and the same figures as a table for those who read. */
export function SpeedChart({ days, name, locale }: Picture) {
  const t = speedText[locale]
  const limits = vitalLimits[name]
  const all = days.flatMap((day) => devices.map((device) => day[device]?.value ?? 0))
  const top = Math.max(...all, limits[0]) * 1.1
  const every = Math.ceil(days.length / 7)
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
      <DayPlot
        days={days.map(({ date }) => date)}
        top={top}
        lines={[0, ...limits]
          .filter((value) => value <= top)
          .map((value) => ({ value, text: speedValue(name, value, locale) }))}
        named={(day) => (days.length - 1 - day) % every === 0}
        left={72}
        label={fill(t.chart, { name: t[name] })}
      >
        {(scale) => devices.map((device) => <Line key={device} days={days} device={device} scale={scale} />)}
      </DayPlot>
      <TableBehind
        label={t.asTable}
        columns={[t.day, ...devices.map((device) => t[device])]}
        rows={days.toReversed().map((day) => ({
          key: day.date,
          cells: [formatDate(day.date, locale), ...devices.map((device) => figure(day[device], name, locale))],
        }))}
      />
    </section>
  )
}

const figure = (found: SpeedDay[Device], name: VitalName, locale: Locale) =>
  found === null ? '—' : speedValue(name, found.value, locale)

function Line({ days, device, scale }: { days: readonly SpeedDay[]; device: Device; scale: Scale }) {
  const points = days.flatMap((day, at) => {
    const found = day[device]
    return found === null ? [] : [[scale.x(at), scale.y(found.value)] as const]
  })
  return (
    <g className={strokes[device]} strokeWidth="3" strokeLinejoin="round">
      <path d={points.length > 1 ? `M${points.map((point) => point.join(' ')).join('L')}` : ''} fill="none" />
      {points.map(([cx, cy]) => (
        <circle key={cx} cx={cx} cy={cy} r="2.5" />
      ))}
    </g>
  )
}
