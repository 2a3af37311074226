import { MAX_COLUMNS, Unreadable } from './row'

/** `BC12` → 54, counted from nought. */
export function columnOf(reference: string): number {
  let at = 0
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') at = at * 26 + letter.charCodeAt(0) - 64
  return at - 1
}

/** The last row of a merged cell, by its first row and its column. */
type Merged = ReadonlyMap<number, ReadonlyMap<number, number>>

const MAX_MERGED = 300_000
const tag = '<mergeCell '
const reference = /<mergeCell [^<>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g
// Longer than any of them.
const TAG = 200

/** Cells that are merged over several rows. A sheet names them behind its rows: it is looked through for them first. */
export async function mergedCells(sheet: AsyncIterable<string>): Promise<Merged> {
  const found = new Map<number, Map<number, number>>()
  let count = 0
  let rest = ''
  for await (const piece of sheet) {
    const text = rest + piece
    rest = text.slice(-TAG)
    if (!text.includes(tag)) continue
    for (const [, column = '', from, to] of text.matchAll(reference)) {
      const [first, last, at] = [Number(from), Number(to), columnOf(column)]
      if (last <= first || at >= MAX_COLUMNS) continue
      if (++count > MAX_MERGED) throw new Unreadable('too-large')
      found.set(first, (found.get(first) ?? new Map()).set(at, last))
    }
  }
  return found
}

/** Rows in their order, that say something: a merged cell says the same of every one that it covers. */
export function fillMerged(merged: Merged): (line: number, values: string[]) => string[] {
  const open = new Map<number, { last: number; value: string }>()
  return (line, values) => {
    for (const [at, { last, value }] of open) {
      if (last < line) open.delete(at)
      else {
        while (values.length < at) values.push('')
        values[at] ||= value
      }
    }
    for (const [at, last] of merged.get(line) ?? []) open.set(at, { last, value: values[at] ?? '' })
    return values
  }
}
