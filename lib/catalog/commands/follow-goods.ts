import { sql, transact } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { followProducts } from './index-product'

/** `change` tells one change from another. */
type Followed = { kind: 'category' | 'attribute'; id: string; change: string; after?: string | undefined }

// Neither is in an index for goods that are not on sale. So many are looked through at once, whether they have it or not:
// a reading that looks for a few in a million would be cut off.
const READ = 5_000
const AT_ONCE = 250
// Well below the time after which the queue takes a job for dead.
const TURN = 45_000

const within = {
  category: 'category_ids @> array[$1]',
  attribute: `exists (select from unnest(facets) f where starts_with(f, $1 || '='))`,
}
const readGoods = (kind: Followed['kind']) =>
  `select coalesce(array_agg(id order by id) filter (where ${within[kind]}), '{}') as ids, max(id) as last
     from (select id, category_ids, facets from product where id > $2 order by id limit ${READ}) looked`

/**
 * Documents have the names of categories and values, and are found inside of categories: all goods that one change
 * concerns, a batch in a transaction.
 */
export async function followGoods({ kind, id, change, after = '' }: Followed): Promise<void> {
  const until = performance.now() + TURN
  const rest = (last: string) =>
    transact((tx) => enqueue(tx, 'follow-goods', `${change}:${last}`, { kind, id, change, after: last }))
  for (let last = after; ; ) {
    const { rows } = await sql.query<{ ids: string[]; last: string | null }>(readGoods(kind), [id, last])
    const [read] = rows
    if (!read?.last) return
    for (let at = 0; at < read.ids.length; at += AT_ONCE) {
      const some = read.ids.slice(at, at + AT_ONCE)
      await transact((tx) => followProducts(tx, some))
      if (performance.now() > until) return rest(some.at(-1) ?? last)
    }
    last = read.last
    if (performance.now() > until) return rest(last)
  }
}
