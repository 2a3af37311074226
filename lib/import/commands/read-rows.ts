import { transact } from '@/lib/kernel/db'
import { goodsKeys } from '../goods/goods-key'
import { rowsOf } from '../source/open-source'
import { MAX_ROWS, type SourceRow, Unreadable } from '../source/row'
import { renewLease, type Work } from './lease'

const BATCH = 500

type Kept = { line: number; goods: string; cells: Record<string, string> }

/** Minified XML has many rows in one line: each gets a number of its own, the same at every reading. */
async function* numbered(rows: AsyncIterable<SourceRow>): AsyncGenerator<SourceRow> {
  let last = 0
  for await (const row of rows) {
    last = Math.max(last + 1, row.line)
    yield { ...row, line: last }
  }
}

/**
 * The file becomes rows of a table, so that products are gathered wherever their rows stand and nothing is held in
 * memory. What an earlier worker has kept is read over and skipped: reading is the cheap part.
 */
export async function readRows(work: Work): Promise<void> {
  const keyOf = goodsKeys(work.format, work.mapping)
  let count = 0
  let batch: Kept[] = []
  for await (const row of numbered(rowsOf(work.id, work.source))) {
    const goods = row.broken ? `line ${row.line}` : keyOf(row).slice(0, 300)
    if (++count > MAX_ROWS) throw new Unreadable('too-many-rows', row.line)
    if (count <= work.rows) continue
    batch.push({ line: row.line, goods, cells: row.cells })
    if (batch.length < BATCH) continue
    await keep(work, batch, count)
    batch = []
  }
  if (count === 0) throw new Unreadable('no-rows')
  await keep(work, batch, count)
  await gather(work)
}

const keep = (work: Work, batch: readonly Kept[], count: number) =>
  transact(async (tx) => {
    await renewLease(tx, work)
    await tx.query(
      `insert into goods_import_row (import_id, line, goods, cells)
       select $1, r.line, r.goods, r.cells from jsonb_to_recordset($2::jsonb) as r(line int, goods text, cells jsonb)`,
      [work.id, JSON.stringify(batch)],
    )
    await tx.query('update goods_import set rows = $2 where id = $1', [work.id, count])
  })

/** Rows of one key are one product, in the order in which their first rows stand. */
const gather = (work: Work) =>
  transact(async (tx) => {
    await renewLease(tx, work)
    const { rowCount } = await tx.query(
      `insert into goods_import_item (import_id, n, goods, line)
       select $1, row_number() over (order by min(line)), goods, min(line)
         from goods_import_row where import_id = $1 group by goods`,
      [work.id],
    )
    await tx.query(`update goods_import set status = 'running', total = $2 where id = $1`, [work.id, rowCount])
  })
