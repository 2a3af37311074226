import { formatOf } from '../goods/formats'
import type { Format, Source } from '../schema'
import { csvColumns, csvRows } from './csv-rows'
import { asFile, readPieces } from './pieces'
import { type SourceRow, Unreadable } from './row'
import { type Encoding, separatorOf } from './text'
import { xlsxColumns, xlsxRows } from './xlsx-rows'
import { ymlColumns, ymlRows } from './yml-rows'

export function rowsOf(importId: string, source: Source): AsyncIterable<SourceRow> {
  if (source.kind === 'xlsx') return asFile(importId, xlsxRows)
  return source.kind === 'yml' ? ymlRows(readPieces(importId), source) : csvRows(readPieces(importId), source)
}

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)
const isOldExcel = (head: Uint8Array) => head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11

/** Pictures and documents are full of signs that no table has; one that slipped into a cell is no harm. */
const isText = (text: string) =>
  (text.match(/[\p{Cc}\ufffd]/gu) ?? []).filter((sign) => !/\s/.test(sign)).length * 100 <= text.length

/** XML says itself how it is written; where it does not, it is UTF-8 unless that is impossible. */
const xmlEncoding = (text: string, seen: Encoding): Encoding =>
  /^[^>]*encoding=["']windows-1251["']/i.test(text) ? 'windows-1251' : seen

/** What kind of file it is and which columns it has, by its content alone: names of files say anything. */
export async function lookAt(
  importId: string,
  head: Uint8Array,
  encoding: Encoding,
): Promise<{ source: Source; format: Format }> {
  const plain = { encoding, separator: ',' } as const
  if (isOldExcel(head)) throw new Unreadable('unreadable-file')
  if (isZip(head)) {
    const columns = await onlyOne(
      asFile(importId, async function* (file) {
        yield await xlsxColumns(file)
      }),
    )
    return { source: { ...plain, kind: 'xlsx', encoding: 'utf-8', columns }, format: formatOf(columns) }
  }
  const text = new TextDecoder(encoding).decode(head)
  if (!isText(text)) throw new Unreadable('unreadable-file')
  if (/^\s*<(\?xml|!doctype|yml_catalog)/i.test(text)) {
    const spoken = xmlEncoding(text, encoding)
    return { source: { ...plain, kind: 'yml', encoding: spoken, columns: [...ymlColumns] }, format: 'yml' }
  }
  const separator = separatorOf(text)
  const columns = await csvColumns(text, separator)
  return { source: { kind: 'csv', encoding, separator, columns }, format: formatOf(columns) }
}

async function onlyOne<Value>(values: AsyncIterable<Value>): Promise<Value> {
  for await (const value of values) return value
  throw new Unreadable('unreadable-file')
}
