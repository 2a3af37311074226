'use client'

// In the browser too: what a page says twice is then the name of an icon and not its drawing.
import type { ReactNode } from 'react'

const circles = (points: readonly (readonly [number, number, number])[]) =>
  points.map(([cx, cy, r]) => <circle key={`${cx}-${cy}`} cx={cx} cy={cy} r={r} />)

const drawings = {
  pin: (
    <>
      <path d="M12 21c5-5.5 7-8.5 7-11.5a7 7 0 0 0-14 0C5 12.5 7 15.5 12 21Z" />
      {circles([[12, 9.5, 2.5]])}
    </>
  ),
  catalog: (
    <>
      <path d="M6 4h3q2 0 2 2v3q0 2-2 2H6q-2 0-2-2V6q0-2 2-2ZM15 4h3q2 0 2 2v3q0 2-2 2h-3q-2 0-2-2V6q0-2 2-2ZM6 13h3q2 0 2 2v3q0 2-2 2H6q-2 0-2-2v-3q0-2 2-2Z" />
      {circles([[16.5, 16.5, 3.5]])}
    </>
  ),
  cart: (
    <>
      <path d="M3 4h2.2l2.3 11h10.6l2-8H6.2" />
      {circles([
        [9, 19.5, 1.3],
        [17, 19.5, 1.3],
      ])}
    </>
  ),
  search: (
    <>
      {circles([[10.5, 10.5, 6.5]])}
      <path d="m20 20-4.8-4.8" />
    </>
  ),
  parcel: (
    <>
      <path d="m12 3 8 4.3v9.4L12 21l-8-4.3V7.3Z" />
      <path d="m4 7.3 8 4.4 8-4.4M12 11.7V21" />
    </>
  ),
  heart: <path d="M12 20C5 15.4 3.5 11.7 3.5 9A4.6 4.6 0 0 1 12 6.7 4.6 4.6 0 0 1 20.5 9c0 2.7-1.5 6.4-8.5 11Z" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  shop: (
    <path d="M4 10v10h16V10M3 9.5 5 4h14l2 5.5a2.5 2.5 0 0 1-4.5 1 2.5 2.5 0 0 1-4.5 0 2.5 2.5 0 0 1-4.5 0 2.5 2.5 0 0 1-4.5-1Z" />
  ),
  truck: (
    <>
      <path d="M2.5 6h11v10h-11zM13.5 9.5h4l3.5 3.5v3h-7.5z" />
      {circles([
        [7, 17.5, 1.9],
        [17, 17.5, 1.9],
      ])}
    </>
  ),
  bin: <path d="M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7" />,
  minus: <path d="M5 12h14" />,
  plus: <path d="M12 5v14M5 12h14" />,
  shield: (
    <>
      <path d="M12 3 5 5.5V11c0 4.5 2.8 8 7 10 4.2-2 7-5.5 7-10V5.5Z" />
      <path d="m9 11.5 2.2 2.2 4-4.2" />
    </>
  ),
  home: <path d="M4 11 12 4l8 7v8.5a.5.5 0 0 1-.5.5H15v-6H9v6H4.5a.5.5 0 0 1-.5-.5Z" />,
  user: (
    <>
      {circles([[12, 8, 4]])}
      <path d="M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" />
    </>
  ),
  star: <path d="m12 3.2 2.7 5.6 6.1.8-4.5 4.2 1.2 6.1L12 16.9l-5.5 3 1.2-6.1-4.5-4.2 6.1-.8Z" />,
  filter: (
    <>
      <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
      {circles([
        [16, 7, 2],
        [8, 17, 2],
      ])}
    </>
  ),
  list: <path d="M4 6h16M4 12h16M4 18h16" />,
  down: <path d="m6 9 6 6 6-6" />,
  left: <path d="m15 6-6 6 6 6" />,
  right: <path d="m9 6 6 6-6 6" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  info: (
    <>
      {circles([[12, 12, 8.5]])}
      <path d="M12 11v5M12 8h.01" />
    </>
  ),
  card: <path d="M6 6h12q3 0 3 3v7q0 3-3 3H6q-3 0-3-3V9q0-3 3-3ZM15 12.5h2M3 10h18" />,
  clock: (
    <>
      {circles([[12, 12, 8.5]])}
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  bell: <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15ZM10 20.5h4" />,
  chat: <path d="M4 5h16v11H9l-5 4Z" />,
  share: <path d="M12 15V4M8 7.5 12 3.5l4 4M5 12v8h14v-8" />,
  back: <path d="M4 9h11a5 5 0 0 1 0 10H8M8 5 4 9l4 4" />,
  sun: (
    <>
      {circles([[12, 12, 4]])}
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />
    </>
  ),
  moon: <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />,
  percent: (
    <>
      <path d="M6 18 18 6" />
      {circles([
        [8, 8, 2.3],
        [16, 16, 2.3],
      ])}
    </>
  ),
  chart: <path d="M4 20V10M10 20V4M16 20v-7M21 20H3" />,
  gear: (
    <>
      {circles([[12, 12, 3]])}
      <path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1" />
    </>
  ),
  more: (
    <>
      {circles([
        [5, 12, 1.4],
        [12, 12, 1.4],
        [19, 12, 1.4],
      ])}
    </>
  ),
  edit: <path d="m5 19 1-4L16 5l3 3L9 18Z" />,
  exit: <path d="M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9" />,
  globe: (
    <>
      {circles([[12, 12, 8.5]])}
      <path d="M3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17Z" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** Decoration beside a word; a control without one carries its own aria-label. */
export function Icon({
  name,
  small = false,
  fill = false,
  className = '',
}: {
  name: IconName
  small?: boolean
  fill?: boolean
  className?: string
}) {
  return (
    <svg
      className={`i${small ? ' s' : ''}${fill ? ' fill' : ''} ${className}`.trim()}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  )
}
