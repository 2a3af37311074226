import { sql, type Tx, transact } from '@/lib/kernel/db'
import { documentVersion, pruneWords } from '@/lib/search'
import { indexProducts } from './index-product'

const BATCH = 200

export type RebuiltSearch = { products: number; changed: number; orphans: number }

/**
 * Writes every document anew in place, a batch in a transaction: searches go on and never meet an empty index. A batch
 * locks its products, so that what a seller changes meanwhile is not undone.
 */
export async function rebuildSearch(progress: (products: number) => void = () => undefined): Promise<RebuiltSearch> {
  let after = ''
  let products = 0
  let changed = 0
  for (;;) {
    const { rows } = await sql.query<{ id: string }>('select id from product where id > $1 order by id limit $2', [
      after,
      BATCH,
    ])
    const last = rows.at(-1)
    if (last === undefined) break
    changed += await transact((tx) =>
      indexProducts(
        tx,
        rows.map(({ id }) => id),
        true,
      ),
    )
    after = last.id
    products += rows.length
    progress(products)
  }
  const orphans = await transact(sweepDocuments)
  await sql.query('update search_state set version = $1, rebuilt_at = now() where id = 1', [documentVersion])
  return { products, changed, orphans }
}

/** Documents of no product, words of no document. */
async function sweepDocuments(tx: Tx): Promise<number> {
  await tx.query('set local statement_timeout = 0')
  const { rowCount } = await tx.query(
    'delete from search_document d where not exists (select from product p where p.id = d.product_id)',
  )
  for (const statement of pruneWords) await tx.query(statement)
  return rowCount ?? 0
}

const claim = `
  update search_state set rebuilt_at = now()
   where id = 1 and version < $1 and coalesce(rebuilt_at, '-infinity') < now() - interval '2 minutes'`

/** After an update that makes documents otherwise: one instance writes them anew; if it dies, another goes on. */
export async function refreshSearch(): Promise<void> {
  const { rowCount } = await sql.query(claim, [documentVersion])
  if (rowCount !== 1) return
  await rebuildSearch((products) => {
    if (products % 10_000 === 0)
      void sql.query('update search_state set rebuilt_at = now() where id = 1').catch(() => undefined)
  })
}
