import { sql, type Tx, transact } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { entryInForce, listDueLists, listedVariants, lowestBefore, markTold } from '@/lib/price'
import { honestPrice, type Priced } from '@/lib/price/schema'
import { announce } from './announce'
import type { VariantPrices } from './judge-prices'
import { sumUp } from './write-variants'

// Few enough that what is locked is free again soon.
const BATCH = 50

type Row = VariantPrices & { productId: string; listPrice: number | null; listCompareAt: number | null }

/** Products first, as whoever edits them locks them. */
async function readRows(tx: Tx, variantIds: readonly string[]): Promise<Row[]> {
  await tx.query(
    `select from product where id in (select product_id from variant where id = any($1)) order by id for update`,
    [variantIds],
  )
  const { rows } = await tx.query<Row>(
    `select v.id, v.product_id as "productId", v.price, v.compare_at as "compareAt", v.reference,
            ${lowestBefore('v')} as lowest, v.regular_price as regular, v.regular_compare_at as "regularCompareAt",
            e.price as "listPrice", e.compare_at as "listCompareAt"
       from variant v left join lateral ${entryInForce('v.id')} e on true
      where v.id = any($1) order by v.id`,
    [variantIds],
  )
  return rows
}

type Change = Priced & {
  id: string
  productId: string
  reference: number | null
  regular: number | null
  regularCompareAt: number | null
}

/** What a variant has to say now; null: it says so already. */
function changeOf(row: Row): Change | null {
  const own: Priced = row.regular === null ? row : { price: row.regular, compareAt: row.regularCompareAt }
  const listed = row.listPrice !== null
  if (!listed && row.regular === null) return null
  const wanted: Priced = row.listPrice === null ? own : { price: row.listPrice, compareAt: row.listCompareAt }
  if (listed && row.regular !== null && wanted.price === row.price) return null
  return {
    id: row.id,
    productId: row.productId,
    ...honestPrice(wanted, row),
    regular: listed ? own.price : null,
    regularCompareAt: listed ? own.compareAt : null,
  }
}

/** Makes the shown prices of variants those in force. Whoever does it again, or at the same time, changes nothing. */
async function showPrices(variantIds: readonly string[]): Promise<number> {
  return transact(async (tx) => {
    const changes = (await readRows(tx, variantIds)).flatMap((row) => changeOf(row) ?? [])
    await tx.query(
      `update variant v set price = c.price, compare_at = c."compareAt", reference = c.reference,
              regular_price = c.regular, regular_compare_at = c."regularCompareAt"
         from jsonb_to_recordset($1::jsonb) as c(id text, price bigint, "compareAt" bigint, reference bigint,
              regular bigint, "regularCompareAt" bigint) where v.id = c.id`,
      [JSON.stringify(changes)],
    )
    for (const productId of [...new Set(changes.map((change) => change.productId))].sort()) {
      await sumUp(tx, productId)
      await announce(tx, { productId, slugs: [] }, { kind: 'system', id: 'price-list' })
    }
    return changes.length
  })
}

/** Begins or ends one list on every page that shows its goods: in batches, so a crash between two is made up for. */
export async function applyPriceList({ listId }: { listId: string }): Promise<void> {
  let after = ''
  let changed = 0
  for (;;) {
    const ids = await listedVariants(listId, after, BATCH)
    const last = ids.at(-1)
    if (last === undefined) break
    changed += await showPrices(ids)
    after = last
  }
  await markTold(sql, listId)
  if (changed > 0) log.info({ list: listId, changed }, 'prices of a list shown')
}

/** The net under the jobs: what should have begun or ended, and nobody was there. */
export async function sweepPriceLists(): Promise<number> {
  const due = await listDueLists(sql)
  for (const listId of due) await applyPriceList({ listId })
  return due.length
}
