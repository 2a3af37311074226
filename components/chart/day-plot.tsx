import type { ReactNode } from 'react'

const HEIGHT = 200
const TOP = 16
const FLOOR = 170
const GAP = 6

/** From days and values to places in the picture. */
export type Scale = { x: (day: number) => number; y: (value: number) => number; left: number; floor: number }

type Plot = {
  /** ISO dates, one after the other. */
  days: readonly string[]
  /** The value at the upper edge. */
  top: number
  /** Where a line goes across, and what it says. */
  lines: readonly { value: number; text: string }[]
  /** Whether the day at this place is named below. */
  named: (day: number) => boolean
  /** Room for the words of the lines. */
  left: number
  /** What the picture shows, for those who do not see it. */
  label: string
  children: (scale: Scale) => ReactNode
}

/** Values day by day. Drawn once for each kind of screen: a picture that shrinks takes its figures with it. */
export function DayPlot(plot: Plot) {
  return (
    <>
      <Drawing {...plot} width={960} className="only-wide" />
      <Drawing {...plot} width={330} className="only-phone" />
    </>
  )
}

function Drawing({
  days,
  top,
  lines,
  named,
  left,
  label,
  children,
  width,
  className,
}: Plot & { width: number; className: string }) {
  const x = (day: number) => left + GAP + (day * (width - left - 22)) / Math.max(1, days.length - 1)
  const y = (value: number) => FLOOR - ((FLOOR - TOP) * value) / top
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className={`h-auto w-full fill-ink-3 text-[13px] ${className}`}
      role="img"
      aria-label={label}
    >
      {lines.map(({ value, text }) => (
        <g key={value}>
          <path d={`M${left} ${y(value)}H${width - 8}`} className="stroke-line" />
          <text x={left - 8} y={y(value) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {children({ x, y, left: left + GAP, floor: FLOOR })}
      {days.map((date, day) =>
        named(day) ? (
          <text key={date} x={x(day)} y={HEIGHT - 8} textAnchor="middle">
            {Number(date.slice(8, 10))}
          </text>
        ) : null,
      )}
    </svg>
  )
}
