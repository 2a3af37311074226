/** One measured number, beside what the same machine could do in the same run. */
export type Figure = { name: string; value: number; unit: string; yardstick?: number; ratio?: number }

export function figure(name: string, value: number, unit: string, yardstick?: number): Figure {
  const rounded = round(value)
  if (yardstick === undefined) return { name, value: rounded, unit }
  return { name, value: rounded, unit, yardstick: round(yardstick), ratio: round(value / yardstick) }
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function table(figures: readonly Figure[]): string {
  const head = ['', 'figure', 'unit', 'yardstick', 'ratio']
  const rows = figures.map(({ name, value, unit, yardstick, ratio }) =>
    [name, value, unit, yardstick ?? '', ratio ?? ''].map(String),
  )
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const write = (row: string[]) =>
    row.map((text, at) => (at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ')
  return ['', ...[head, ...rows].map(write)].join('\n')
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}
