import type { SellerActor } from '@/lib/auth/schema'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { BulkInput, BulkWish, FieldProblem, RowRefusal } from '../schema'
import { type BulkTarget, changeRow, isOfState } from './bulk-row'
import type { FalseDiscount } from './judge-prices'

/**
 * One action on many rows. Each is a transaction of its own, by the commands of its form: what one is refused does not
 * keep the others. A SKU that is not the shop's is `not-found`, like one that never was.
 */
export async function changeGoods(
  { id, skus, wish }: BulkInput,
  actor: SellerActor,
): Promise<Result<string, 'not-found'>> {
  const begun = await begin(id, wish, actor)
  if (begun !== 'new') return begun === 'own' ? ok(id) : fail('not-found')
  const targets = await readTargets(skus, wish, actor)
  for (const [n, target] of targets.entries()) await takeRow(id, n, target, wish, actor)
  return ok(id)
}

/** The same form sent twice is one action; what is older than a day nobody takes back. */
async function begin(id: string, wish: BulkWish, actor: SellerActor): Promise<'new' | 'own' | 'foreign'> {
  const by = [actor.shopId, actor.id]
  await sql.query(
    `with old as (delete from bulk_change where shop_id = $1 and made_by = $2 and created_at < now() - interval '1 day'
                  returning id)
     delete from bulk_change_row r using old where r.change_id = old.id`,
    by,
  )
  const { rowCount } = await sql.query(
    `insert into bulk_change (id, shop_id, made_by, wish) values ($1, $2, $3, $4) on conflict (id) do nothing`,
    [id, ...by, JSON.stringify(wish)],
  )
  if (rowCount === 1) return 'new'
  const own = await sql.query('select from bulk_change where id = $1 and shop_id = $2 and made_by = $3', [id, ...by])
  return own.rows.length > 0 ? 'own' : 'foreign'
}

/** A state and a category are the whole product's, whichever of its rows were chosen. */
async function readTargets(skus: readonly string[], wish: BulkWish, actor: SellerActor): Promise<BulkTarget[]> {
  const asked = [...new Set(skus)]
  const { rows } = await sql.query<BulkTarget>(
    `select v.sku, p.id as "productId" from variant v join product p on p.id = v.product_id
      where p.shop_id = $1 and v.sku = any($2)`,
    [actor.shopId, asked],
  )
  const known = new Map(rows.map((row) => [row.sku, row]))
  const targets = asked.map((sku) => known.get(sku) ?? { sku, productId: '' })
  if (!isOfState(wish.kind) && wish.kind !== 'category') return targets
  const seen = new Set<string>()
  return targets.filter(({ productId }) => productId === '' || seen.size < seen.add(productId).size)
}

async function takeRow(id: string, n: number, target: BulkTarget, wish: BulkWish, actor: SellerActor): Promise<void> {
  const done = await transact(async (tx) => {
    const made = await changeRow(tx, target, wish, actor)
    if (made.ok) await keepRow(tx, id, n, target, made.value)
    return made
  })
  if (!done.ok) await keepRow(sql, id, n, target, { refusal: told(done) })
}

/** What a refusal says of one row. */
export function told({ code, detail = {} }: { code: string; detail?: Record<string, unknown> }): RowRefusal {
  const { discounts, fields } = detail as { discounts?: FalseDiscount[]; fields?: FieldProblem[] }
  return {
    code,
    ...(discounts?.[0] && { lowest: discounts[0].lowest }),
    ...(fields && { fields: fields.map(({ field }) => field) }),
  }
}

type Kept = { before?: object; after?: object; refusal?: RowRefusal }

const keepRow = (tx: Tx, id: string, n: number, { productId, sku }: BulkTarget, { before, after, refusal }: Kept) =>
  tx.query(
    `insert into bulk_change_row (change_id, n, product_id, sku, before, after, refusal)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, n, productId, sku, ...[before, after, refusal].map((value) => (value ? JSON.stringify(value) : null))],
  )
