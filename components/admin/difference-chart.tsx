type Row = { label: string; difference: number; low: number; high: number }

const WIDTH = 100

/** An interval a row around the line of no difference; the words beside it say the same. */
export function DifferenceChart({
  rows,
  label,
  say,
}: {
  rows: readonly Row[]
  label: string
  say: (value: number) => string
}) {
  const most = Math.max(1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  const x = (value: number) => WIDTH / 2 + (value * (WIDTH / 2 - 2)) / most
  return (
    <ol className="stack gap-3! mt-4" aria-label={label}>
      {rows.map(({ label: name, difference, low, high }) => (
        <li key={name}>
          <span className="row between flex-wrap">
            <b>{name}</b>
            <span className="num small">
              {say(low)} … <b>{say(difference)}</b> … {say(high)}
            </span>
          </span>
          <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" className="h-4 w-full" aria-hidden="true">
            <rect width={WIDTH} height="6" rx="1" className="fill-line" />
            <rect x={x(low)} y="2" width={Math.max(0.5, x(high) - x(low))} height="2" className="fill-cobalt" />
            <rect x={x(difference) - 0.4} y="1" width="0.8" height="4" className="fill-anor" />
            <rect x={WIDTH / 2 - 0.15} width="0.3" height="6" className="fill-ink" />
          </svg>
        </li>
      ))}
    </ol>
  )
}
