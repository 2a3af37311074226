import { CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Result } from '@/lib/kernel/result'

/** One line of the file, by column, with the line it starts on. */
export type Line = { line: number; cells: Record<string, string> }

const needed = ['Handle', 'Title', 'Variant Price']

/** Shopify's product CSV as lines; `missing-columns` for another kind of file, `unreadable-file` for a broken one. */
export function readLines(csv: string): Result<Line[], 'unreadable-file' | 'missing-columns'> {
  let columns: string[] = []
  const header = (row: string[]) => {
    columns = row.map((name) => name.trim())
    return columns
  }
  try {
    const rows = parse(csv, {
      bom: true,
      columns: header,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    const missing = needed.filter((name) => !columns.includes(name))
    if (missing.length > 0) return fail('missing-columns', { columns: missing })
    return ok(numbered(rows as unknown as Parsed[]))
  } catch (error) {
    if (error instanceof CsvError) return fail('unreadable-file', { message: error.message })
    throw error
  }
}

type Parsed = { record: Record<string, string>; info: { lines: number } }

// The parser knows where a record ends; a text over several lines starts earlier.
function numbered(rows: readonly Parsed[]): Line[] {
  return rows.map(({ record, info }) => {
    const height = Object.values(record).reduce((total, cell) => total + cell.split('\n').length - 1, 0)
    return { line: info.lines - height, cells: record }
  })
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
}

/** Paragraphs and list items become lines, everything else of the markup goes. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '• ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[\da-f]+|\w+);/gi, decode)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

type Decimal = { digits: bigint; places: number }

function decimal(text: string): Decimal | null {
  const found = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (!found) return null
  const fraction = found[2] ?? ''
  return { digits: BigInt(`${found[1]}${fraction}`), places: fraction.length }
}

export const isRate = (rate: string): boolean => (decimal(rate)?.digits ?? 0n) > 0n

/** A foreign price times a rate in soʻm, as whole tiyin, rounded half up without a floating point; null: no price. */
export function toTiyin(price: string, rate: string): number | null {
  const a = decimal(price)
  const b = decimal(rate)
  if (!a || !b) return null
  const scale = 10n ** BigInt(a.places + b.places)
  const tiyin = Number((a.digits * b.digits * 100n * 2n + scale) / (scale * 2n))
  return Number.isSafeInteger(tiyin) && tiyin <= 1e15 ? tiyin : null
}
