type Bar = { key: string; count: number; text: string; out: boolean }

/** How many goods there are where; what lies beyond the chosen range (`out`) is paler. */
export function RangeBars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <ul className="mb-2 flex h-10 items-end gap-0.5" aria-label={label}>
      {bars.map(({ key, count, text, out }) => (
        <li
          key={key}
          title={text}
          className={`min-h-px flex-1 rounded-sm ${out ? 'bg-line' : 'bg-cobalt'}`}
          style={{ height: `${Math.round((100 * count) / most)}%` }}
        >
          <span className="sr">{text}</span>
        </li>
      ))}
    </ul>
  )
}
