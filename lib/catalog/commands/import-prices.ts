import type { Tx } from '@/lib/kernel/db'
import { getSellerProducts } from '../queries/seller-products'
import type { Goods, GoodsOutcome, GoodsVariant, SellerProduct } from '../schema'
import { announceAll } from './announce'
import { knownIn, type Old } from './import-discounts'
import { categoryOf, type ImportRun, patchOf } from './import-run'
import { putVariants, type VariantWrite } from './write-variants'

/** What a file says of a product that is there, by its place among the goods. */
export type Said = { at: number; productId: string; goods: Goods }

const sameOptions = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

const isPlain = (old: NonNullable<Old>, said: GoodsVariant) =>
  said.compareAt === null &&
  old.bundle === null &&
  sameOptions(old.options, said.options) &&
  (said.gtin === null || said.gtin === old.gtin)

function writeOf(before: SellerProduct, said: GoodsVariant, run: ImportRun): VariantWrite | null {
  const old = knownIn(before, said, run.shop.slug)
  if (!old || !isPlain(old, said)) return null
  return {
    id: old.id,
    sku: old.sku,
    options: old.options,
    price: said.price,
    compareAt: null,
    stock: run.rules.stock === 'set' ? said.stock : null,
    ikpu: said.ikpu ?? old.ikpu,
    gtin: old.gtin,
    position: before.variants.indexOf(old),
    image: 0,
    minOrder: old.minOrder,
    multiple: old.multiple,
    tiers: old.tiers.map(({ from, price }) => ({ from, price: price.amount })),
  }
}

/** Null: the file says more than prices, quantities and fiscal codes of variants that are there. */
function writesOf(before: SellerProduct, goods: Goods, run: ImportRun): VariantWrite[] | null {
  if (categoryOf(before, goods, run) !== undefined) return null
  const patch = patchOf(before, goods, undefined, run)
  if (patch === null || Object.keys(patch).join() !== 'variants') return null
  const changed = new Set(patch.variants?.map(({ sku }) => sku))
  const writes = goods.variants.map((said) => writeOf(before, said, run))
  const plain = writes.filter((write) => write !== null)
  return plain.length < writes.length ? null : plain.filter(({ sku }) => changed.has(sku))
}

/**
 * New prices and quantities of many products in a few statements: nothing that they are found by changes. What is left
 * out of the answer has to be looked at alone, and nothing of it is written.
 */
export async function changePrices(tx: Tx, said: readonly Said[], run: ImportRun): Promise<Map<number, GoodsOutcome>> {
  // Two goods of the file may be one product: the later one meets what the earlier one made.
  const all = said.filter(({ productId }) => said.filter((one) => one.productId === productId).length === 1)
  const ids = all.map(({ productId }) => productId)
  if (ids.length === 0) return new Map()
  await tx.query('select from product where id = any($1) and shop_id = $2 order by id for update', [ids, run.shop.id])
  // Read again: only now nobody else changes them.
  const held = new Map((await getSellerProducts(ids, run.actor, tx)).map((product) => [product.id, product]))
  const plans = all.flatMap(({ at, productId, goods }) => {
    const before = held.get(productId)
    const writes = before ? writesOf(before, goods, run) : null
    return before && writes ? [{ at, before, writes }] : []
  })
  if (plans.length === 0) return new Map()
  await putVariants(
    tx,
    plans.flatMap(({ before, writes }) => writes.map((write) => ({ ...write, productId: before.id }))),
  )
  await announceAll(
    tx,
    plans.map(({ before }) => ({ productId: before.id, slugs: [] })),
    run.actor,
  )
  return new Map(
    plans.map(({ at, before }) => [
      at,
      { kind: 'updated', productId: before.id, category: before.category, chosenBy: null, warnings: [] },
    ]),
  )
}
