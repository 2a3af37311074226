import { sql, transact } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { followProducts } from './index-product'

/** `change` tells one change from another. */
type Followed = { kind: 'category' | 'attribute'; id: string; change: string; after?: string | undefined }

// Neither is in an index for goods that are not on sale: few readings of the whole table.
const READ = 5_000
const AT_ONCE = 250
// Well below the time after which the queue takes a job for dead.
const TURN = 45_000

const within = {
  category: 'category_ids @> array[$1]',
  attribute: `exists (select from unnest(facets) f where starts_with(f, $1 || '='))`,
}
const readGoods = (kind: Followed['kind']) =>
  `select id from product where ${within[kind]} and id > $2 order by id limit ${READ}`

/**
 * Documents have the names of categories and values, and are found inside of categories: all goods that one change
 * concerns, a batch in a transaction.
 */
export async function followGoods({ kind, id, change, after = '' }: Followed): Promise<void> {
  const until = performance.now() + TURN
  for (let last = after; ; ) {
    const { rows } = await sql.query<{ id: string }>(readGoods(kind), [id, last])
    if (rows.length === 0) return
    const ids = rows.map((row) => row.id)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE)
      await transact((tx) => followProducts(tx, some))
      last = some.at(-1) ?? last
      if (performance.now() < until) continue
      const rest = { kind, id, change, after: last }
      return transact((tx) => enqueue(tx, 'follow-goods', `${change}:${last}`, rest))
    }
  }
}
