import type { SellerActor } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { GoodsFilter } from '../schema'

const MOST = 20

/** A list that this person comes back to, by a name of his own; the same name says it anew. */
export const saveGoodsFilter = (
  name: string,
  filter: GoodsFilter,
  actor: SellerActor,
): Promise<Result<string, 'too-many'>> =>
  transact(async (tx) => {
    const by = [actor.shopId, actor.id]
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [`goods-filter ${actor.id}`])
    const { rows: own } = await tx.query<{ name: string }>(
      'select name from goods_filter where shop_id = $1 and user_id = $2',
      by,
    )
    if (own.length >= MOST && !own.some((one) => one.name === name)) return fail('too-many')
    const { rows } = await tx.query<{ id: string }>(
      `insert into goods_filter (shop_id, user_id, id, name, filter) values ($1, $2, $3, $4, $5)
       on conflict (user_id, shop_id, name) do update set filter = excluded.filter returning id`,
      [...by, newId('gfl'), name, JSON.stringify(filter)],
    )
    return ok(rows[0]?.id ?? '')
  })

/** A foreign one is not there. */
export async function removeGoodsFilter(id: string, actor: SellerActor): Promise<void> {
  await sql.query('delete from goods_filter where id = $1 and shop_id = $2 and user_id = $3', [
    id,
    actor.shopId,
    actor.id,
  ])
}
