import { sql, transact } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { followProducts } from './index-product'

/** `change` tells one change of the category from another. */
type Branch = { category: string; change: string; after?: string | undefined }

// Goods that are not on sale are in no index of categories: few readings of the whole table.
const READ = 5_000
const AT_ONCE = 250
// Well below the time after which the queue takes a job for dead.
const TURN = 45_000

const readBranch = `select id from product where category_ids @> array[$1] and id > $2 order by id limit ${READ}`

/** Documents have the names of their categories and are found inside them: all of the branch, a batch in a transaction. */
export async function followCategory({ category, change, after = '' }: Branch): Promise<void> {
  const until = performance.now() + TURN
  for (let last = after; ; ) {
    const { rows } = await sql.query<{ id: string }>(readBranch, [category, last])
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE)
      await transact((tx) => followProducts(tx, some))
      last = some.at(-1) ?? last
      if (performance.now() < until) continue
      const rest = { category, change, after: last }
      return transact((tx) => enqueue(tx, 'follow-category', `${change}:${last}`, rest))
    }
  }
}
