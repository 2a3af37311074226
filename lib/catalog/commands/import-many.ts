import type { Tx } from '@/lib/kernel/db'
import { getSellerProducts } from '../queries/seller-products'
import {
  type Goods,
  type GoodsOutcome,
  type GoodsTaken,
  type GoodsWarning,
  type ProductInput,
  productInputSchema,
  type SellerProduct,
} from '../schema'
import { changeTogether, type Said } from './change-together'
import type { Choice } from './choose-category'
import { addProducts } from './create-many'
import { withAttributes } from './import-attributes'
import { knownIn, withoutFalseDiscounts } from './import-discounts'
import {
  categoryFor,
  categoryOf,
  type ImportRun,
  inputOf,
  unchanged,
  unknownCategory,
  unlikeSchema,
} from './import-run'

/** Each by its place among the goods; null: it has to be looked at alone. */
type Outcomes = (GoodsOutcome | null)[]
type New = {
  at: number
  input: ProductInput
  choice: Choice
  warnings: GoodsWarning[]
}

const skusOf = ({ variants }: Goods, shop: string) => variants.flatMap(({ sku }) => [sku, `${shop}-${sku}`])

/** SKUs that two goods of the file share: the later one meets what the earlier one made, so they are taken in turn. */
function sharedSkus(all: readonly Goods[]): Set<string> {
  const seen = new Set<string>()
  const said = all.flatMap((goods) => [...new Set(goods.variants.map(({ sku }) => sku))])
  return new Set(said.filter((sku) => seen.size === seen.add(sku).size))
}

/** The shop's products by their SKUs. */
async function findProducts(
  tx: Tx,
  all: readonly Goods[],
  { shop, actor }: ImportRun,
): Promise<Map<string, SellerProduct>> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct p.id from variant v join product p on p.id = v.product_id where p.shop_id = $1 and v.sku = any($2)`,
    [shop.id, all.flatMap((goods) => skusOf(goods, shop.slug))],
  )
  const ids = rows.map(({ id }) => id)
  const products = ids.length === 0 ? [] : await getSellerProducts(ids, actor, tx)
  return new Map(products.flatMap((product) => product.variants.map(({ sku }) => [sku, product])))
}

/** Does the file say the same old prices as there are? Of others it is asked whether they are true. */
const sameDiscounts = (before: SellerProduct, goods: Goods, shop: string) =>
  goods.variants.every((variant) => {
    if (variant.compareAt === null || variant.compareAt <= variant.price) return true
    const old = knownIn(before, variant, shop)
    return old?.price.amount === variant.price && old.compareAtPrice?.amount === variant.compareAt
  })

async function readNew(tx: Tx, said: Goods, at: number, run: ImportRun): Promise<New | GoodsOutcome> {
  const honest = await withoutFalseDiscounts(tx, said, null, run.shop.slug)
  const choice = categoryFor(said, run)
  if (choice === null) return unknownCategory(said)
  const { goods, warnings, refusal } = await withAttributes(tx, honest.goods, null, { ...run, category: choice.slug })
  if (refusal !== null) return refusal
  const parsed = productInputSchema.safeParse(await inputOf(tx, goods, choice.slug, run))
  const all = [...honest.warnings, ...warnings]
  return parsed.success ? { at, input: parsed.data, choice, warnings: all } : unlikeSchema(parsed.error)
}

/** Null: it has to be looked at alone. */
async function readKnown(
  tx: Tx,
  before: SellerProduct,
  said: Goods,
  run: ImportRun,
): Promise<GoodsTaken | Pick<Said, 'goods' | 'warnings'> | null> {
  const category = categoryOf(before, said, run)
  if (category === null || !sameDiscounts(before, said, run.shop.slug)) return null
  const { goods, warnings, refusal } = await withAttributes(tx, said, before, {
    ...run,
    category: category ?? before.category,
  })
  if (refusal !== null) return null
  const same = unchanged(before, goods, run)
  return same === null ? { goods, warnings } : { ...same, warnings }
}

/**
 * What can be said of many goods in a few statements: those that are the same already, cost something else or are called
 * otherwise now, and new ones that nothing is wrong with. The others are left to be taken one by one, where each is told its own fault.
 */
export async function takeMany(tx: Tx, all: readonly Goods[], run: ImportRun): Promise<Outcomes> {
  const shared = sharedSkus(all)
  const known = await findProducts(tx, all, run)
  const outcomes: Outcomes = all.map(() => null)
  const fresh: New[] = []
  const changed: Said[] = []
  for (const [at, goods] of all.entries()) {
    if (goods.variants.some(({ sku }) => shared.has(sku))) continue
    const found = new Set(skusOf(goods, run.shop.slug).flatMap((sku) => known.get(sku) ?? []))
    const [before] = found
    if (found.size > 1) continue
    if (before !== undefined) {
      const read = await readKnown(tx, before, goods, run)
      if (read !== null && 'kind' in read) outcomes[at] = read
      else if (read !== null) changed.push({ at, productId: before.id, ...read })
      continue
    }
    const read = await readNew(tx, goods, at, run)
    if ('kind' in read) outcomes[at] = read
    else fresh.push(read)
  }
  for (const [at, outcome] of await changeTogether(tx, changed, run)) outcomes[at] = outcome
  const hinted = fresh.map(({ at, input }) => ({ input, hint: all[at]?.address ?? undefined }))
  const made = await addProducts(tx, hinted, run)
  for (const [n, { at, choice, warnings }] of fresh.entries()) {
    const productId = made[n]
    if (productId)
      outcomes[at] = { kind: 'created', productId, category: choice.slug, chosenBy: choice.chosenBy, warnings }
  }
  return outcomes
}
