/** One row of a file by the names of its columns; `line` is where a person finds it. */
export type SourceRow = { line: number; cells: Record<string, string>; broken?: 'unreadable-row' }

/** The file as a whole cannot be read any further. */
export class Unreadable extends Error {
  constructor(
    readonly code: 'unreadable-file' | 'too-large' | 'too-many-rows' | 'no-rows',
    readonly line: number | null = null,
  ) {
    super(code)
  }
}

export const MAX_BYTES = 64 * 1024 * 1024
export const MAX_ROWS = 300_000
export const MAX_COLUMNS = 300
export const MAX_CELL = 60_000

/** Names are unique and never empty, so that every cell has one place. */
export function columnNames(header: readonly string[]): string[] {
  const used = new Set<string>()
  return header.slice(0, MAX_COLUMNS).map((cell, at) => {
    const plain = clean(cell).trim().slice(0, 120)
    const base = plain === '' || plain === '__proto__' ? `#${at + 1}` : plain
    const name = used.has(base) ? `${base} (${at + 1})` : base
    used.add(name)
    return name
  })
}

// PostgreSQL keeps neither NUL nor half a surrogate pair.
const clean = (text: string) => text.replaceAll('\0', '').toWellFormed()

/** Null for a row that says nothing. */
export function toRow(line: number, columns: readonly string[], values: readonly string[]): SourceRow | null {
  if (values.every((value) => value.trim() === '')) return null
  const pairs = columns.flatMap((name, at) => {
    const value = clean(values[at] ?? '').slice(0, MAX_CELL)
    return value === '' ? [] : [[name, value] as const]
  })
  return { line, cells: Object.fromEntries(pairs) }
}
