import { createHash } from 'node:crypto'
import { type Actor, actorId } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { isComplete, mappingFor } from '../goods/formats'
import { shopIdOf } from '../queries/shop-id-of'
import { type Format, failureColumns, type Mapping, type Source } from '../schema'
import { lookAt } from '../source/open-source'
import { keepPieces } from '../source/pieces'
import { Unreadable } from '../source/row'
import { watchEncoding } from '../source/text'

export type NewImport = { fileName: string; bytes: AsyncIterable<Uint8Array>; format?: Format | undefined }
export type CreateRefusal = 'not-found' | 'file-too-large' | 'unreadable-file' | 'empty-file'

export type Created = { id: string; format: Format; source: Source; mapping: Mapping; complete: boolean }

const HEAD = 64 * 1024

/** Keeps the file and says what it seems to be; nothing of it is read as goods before it is started. */
export async function createImport(input: NewImport, actor: Actor): Promise<Result<Created, CreateRefusal>> {
  const shopId = shopIdOf(actor)
  if (shopId === null) return fail('not-found')
  const id = newId('imp')
  try {
    const kept = await keepFile(id, input)
    if (kept.size === 0) return await forget(id, 'empty-file')
    const { source, format: seen } = await lookAt(id, kept.head, kept.encoding)
    if (source.columns.length === 0) return await forget(id, 'empty-file')
    const known = await knownMapping(shopId, source, input.format)
    const format = input.format ?? known?.format ?? seen
    if (source.kind === 'yml' && format !== 'yml') return await forget(id, 'unreadable-file')
    const mapping = known?.mapping ?? mappingFor(format, source.columns)
    await sql.query(
      `insert into goods_import (id, shop_id, file_name, bytes, format, source, mapping, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        shopId,
        nameOf(input.fileName),
        kept.size,
        format,
        JSON.stringify(source),
        JSON.stringify(mapping),
        actorId(actor),
      ],
    )
    return ok({ id, format, source, mapping, complete: isComplete(mapping) })
  } catch (error) {
    const refusal = await forget(
      id,
      error instanceof Unreadable && error.code === 'too-large' ? 'file-too-large' : 'unreadable-file',
    )
    if (error instanceof Unreadable) return refusal
    throw error
  }
}

async function keepFile(id: string, { bytes }: NewImport) {
  const encoding = watchEncoding()
  let head = Buffer.alloc(0)
  const size = await keepPieces(sql, id, bytes, (piece) => {
    encoding.push(piece)
    if (head.length < HEAD) head = Buffer.concat([head, piece.subarray(0, HEAD - head.length)])
  })
  return { size, head, encoding: encoding.answer() }
}

/** A refused file leaves nothing behind. */
async function forget<Code extends CreateRefusal>(id: string, code: Code) {
  await sql.query('delete from goods_import_piece where import_id = $1', [id])
  return fail(code)
}

/** Of a caller who will not come back to set it up: a file that was never started. */
export async function discardImport(id: string, actor: Actor): Promise<void> {
  const { rowCount } = await sql.query(
    `delete from goods_import where id = $1 and shop_id = $2 and status = 'mapping'`,
    [id, shopIdOf(actor)],
  )
  if (rowCount) await sql.query('delete from goods_import_piece where import_id = $1', [id])
}

const nameOf = (text: string) =>
  text
    .replace(/[\p{Cc}/\\]+/gu, ' ')
    .trim()
    .slice(-120) || 'goods'

/** What the shop said of the same columns before. */
async function knownMapping(shopId: string, { columns }: Source, format: Format | undefined) {
  const { rows } = await sql.query<{ format: Format; mapping: Mapping }>(
    'select format, mapping from goods_import_mapping where shop_id = $1 and columns = $2 and ($3::text is null or format = $3)',
    [shopId, signature(columns), format ?? null],
  )
  return rows[0]
}

/** A file of failed rows has the columns of its file: what stands behind them is ours. */
export const signature = (columns: readonly string[]): string => {
  const own = JSON.stringify(columns.filter((name) => !failureColumns.includes(name)))
  return own.length <= 2_000 ? own : createHash('sha256').update(own).digest('hex')
}
