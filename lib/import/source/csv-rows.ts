import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { columnNames, type SourceRow, toRow, Unreadable } from './row'
import { decode, type Encoding, type Separator } from './text'

type Parsed = { record: string[]; info: { lines: number } }
type Skipped = { line: number }

const options = (separator: Separator, skipped: (line: number) => void): Options => ({
  bom: true,
  delimiter: separator,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: 2_000_000,
  on_skip: (error) => {
    skipped(Number(error?.['lines'] ?? 0))
    return undefined
  },
})

const broken = (line: number): SourceRow => ({ line, cells: {}, broken: 'unreadable-row' })

const height = (record: readonly string[]) => record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)

// Excel's own hint about the separator is no row.
const isHint = (record: readonly string[], line: number) => line === 1 && /^\ufeff?sep=/.test(record[0] ?? '')

/** Rows one after the other, never the whole file; a row that cannot be read is told and skipped. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  source: { encoding: Encoding; separator: Separator },
): AsyncGenerator<SourceRow, void, undefined> {
  const skipped: Skipped[] = []
  const parser = parse(options(source.separator, (line) => void skipped.push({ line })))
  const feeding = pipeline(Readable.from(decode(bytes, source.encoding)), new PassThrough(), parser)
  feeding.catch(() => undefined)
  let columns: string[] | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = info.lines - height(record)
      // The parser is ahead of us: what it could not read stands where it stood.
      while ((skipped[0]?.line ?? line) < line) yield broken(skipped.shift()?.line ?? 0)
      if (isHint(record, info.lines)) continue
      if (columns === undefined) columns = columnNames(record)
      else {
        const row = toRow(line, columns, record)
        if (row) yield row
      }
    }
    await feeding
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('unreadable-file', Number(error['lines']) || null)
    throw error
  } finally {
    parser.destroy()
  }
  for (const { line } of skipped) yield broken(line)
}

/** What the columns are called; empty for a file of nothing. */
export async function csvColumns(text: string, separator: Separator): Promise<string[]> {
  const parser = parse({ ...options(separator, () => undefined), to: 2 })
  parser.end(text)
  for await (const { record, info } of parser as AsyncIterable<Parsed>)
    if (!isHint(record, info.lines)) return columnNames(record)
  return []
}
