import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

export type Cell = string | number | boolean | Date | null | readonly string[] | object

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string): string => text.replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign)

const arrayOf = (list: readonly string[]): string =>
  `{${list.map((item) => `"${item.replace(/["\\]/g, (sign) => `\\${sign}`)}"`).join(',')}}`

/** An array of strings is `text[]`, any other object JSON: JSON lists are given as `json(list)`. */
const cell = (value: Cell): string => {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Json) return escaped(value.text)
  if (Array.isArray(value)) return escaped(arrayOf(value as readonly string[]))
  return escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

class Json {
  constructor(readonly text: string) {}
}
export const json = (value: unknown): Json => new Json(JSON.stringify(value))

/** Rows as COPY reads them. */
export function copyText(rows: Iterable<readonly Cell[]>): Buffer {
  const pieces: Buffer[] = []
  let text = ''
  for (const row of rows) {
    text += `${row.map(cell).join('\t')}\n`
    if (text.length > 65_536) {
      pieces.push(Buffer.from(text))
      text = ''
    }
  }
  return Buffer.concat([...pieces, Buffer.from(text)])
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

/** Sends what `copyText` has made. */
export async function copyBytes(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  bytes: Uint8Array,
): Promise<void> {
  const into = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(slices(bytes)), into)
}

export const copyRows = (
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> => copyBytes(client, table, columns, copyText(rows))
