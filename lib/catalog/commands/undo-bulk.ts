import { isDeepStrictEqual } from 'node:util'
import type { SellerActor } from '@/lib/auth/schema'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type BulkWish, UNDO_MINUTES } from '../schema'
import { told } from './bulk-change'
import { type BulkState, holdProduct, restoreRow, stateOf } from './bulk-row'

type Change = { wish: BulkWish; undone: boolean; late: boolean; last: boolean }
type Row = { n: number; productId: string; sku: string; before: BulkState; after: BulkState }

export type UndoRefusal = 'not-found' | 'too-late' | 'not-last'

/**
 * Takes the actor's last action on many goods back, row by row. What somebody has changed since is told, not
 * overwritten. Repeating it goes on where it was left.
 */
export async function undoBulk(id: string, actor: SellerActor): Promise<Result<string, UndoRefusal>> {
  const change = await readChange(id, actor)
  if (change === null) return fail('not-found')
  if (change.undone) return ok(id)
  if (!change.last) return fail('not-last')
  if (change.late) return fail('too-late')
  const { rows } = await sql.query<{ n: number }>(
    'select n from bulk_change_row where change_id = $1 and before is not null and undone is null order by n',
    [id],
  )
  for (const { n } of rows) await undoRow(id, n, change.wish, actor)
  await sql.query('update bulk_change set undone_at = now() where id = $1', [id])
  return ok(id)
}

async function readChange(id: string, actor: SellerActor): Promise<Change | null> {
  const { rows } = await sql.query<Change>(
    `select c.wish, c.undone_at is not null as undone,
            c.created_at < now() - ${UNDO_MINUTES} * interval '1 minute' as late,
            not exists (select from bulk_change o where o.shop_id = c.shop_id and o.made_by = c.made_by
                           and (o.created_at, o.id) > (c.created_at, c.id)) as last
       from bulk_change c where c.id = $1 and c.shop_id = $2 and c.made_by = $3`,
    [id, actor.shopId, actor.id],
  )
  return rows[0] ?? null
}

async function undoRow(id: string, n: number, { kind }: BulkWish, actor: SellerActor): Promise<void> {
  const done = await transact(async (tx) => {
    const row = await holdRow(tx, id, n)
    if (row === null) return ok('undone' as const)
    const product = await holdProduct(tx, row.productId, actor)
    const now = product && stateOf(product, row.sku, kind)
    if (!isDeepStrictEqual(now, row.after)) return fail('changed-since')
    if (!isDeepStrictEqual(row.before, row.after)) {
      const back = await restoreRow(tx, row, row.before, actor)
      if (!back.ok) return back
    }
    await keepUndone(tx, id, n, { code: 'undone' })
    return ok('undone' as const)
  })
  if (!done.ok) await keepUndone(sql, id, n, told(done))
}

/** Held, so that two clicks do not put it back twice; null: one of them has. */
async function holdRow(tx: Tx, id: string, n: number): Promise<Row | null> {
  const { rows } = await tx.query<Row>(
    `select n, product_id as "productId", sku, before, after from bulk_change_row
      where change_id = $1 and n = $2 and undone is null for update`,
    [id, n],
  )
  return rows[0] ?? null
}

const keepUndone = (tx: Tx, id: string, n: number, outcome: object) =>
  tx.query('update bulk_change_row set undone = $3 where change_id = $1 and n = $2 and undone is null', [
    id,
    n,
    JSON.stringify(outcome),
  ])
