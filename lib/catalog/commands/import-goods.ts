import type { ShopActor } from '@/lib/auth/schema'
import type { Tx } from '@/lib/kernel/db'
import { getSellerProduct } from '../queries/seller-products'
import { type FieldProblem, type Goods, type GoodsOutcome, productInputSchema, type SellerProduct } from '../schema'
import { categoryChooser } from './choose-category'
import { addProduct } from './create-product'
import { rememberDrawings } from './drawn-picture'
import { rememberRules, withAttributes } from './import-attributes'
import { withoutFalseDiscounts } from './import-discounts'
import { takeMany } from './import-many'
import {
  categoryFor,
  categoryOf,
  type ImportRules,
  type ImportRun,
  inputOf,
  patchOf,
  refused,
  unchanged,
  unknownCategory,
  unlikeSchema,
} from './import-run'
import { readOwnShop } from './shop-of'
import { changeProduct } from './update-product'

/** `many` answers null for goods that only `one` can say something about. */
export type TakeGoods = {
  one: (tx: Tx, goods: Goods) => Promise<GoodsOutcome>
  many: (tx: Tx, goods: readonly Goods[]) => Promise<(GoodsOutcome | null)[]>
}

/** Products are known by their SKUs; what is the same stays untouched. Null: there is no such shop. */
export async function openGoodsImport(tx: Tx, actor: ShopActor, rules: ImportRules): Promise<TakeGoods | null> {
  const shop = await readOwnShop(tx, actor)
  if (shop === null) return null
  const run = {
    actor,
    shop,
    rules,
    choose: await categoryChooser(tx),
    drawings: rememberDrawings(),
    rulesOf: rememberRules(),
  }
  return {
    one: (inner, goods) => takeGoods(inner, goods, run),
    many: (inner, goods) => takeMany(inner, goods, run),
  }
}

async function takeGoods(tx: Tx, said: Goods, run: ImportRun): Promise<GoodsOutcome> {
  const found = await findImported(tx, said, run)
  if (found.length > 1) return refused('several-products', found.map(({ sku }) => sku).join(', '))
  const before = found[0] ? await getSellerProduct(found[0].id, run.actor, tx) : null
  const { goods, warnings } = await withoutFalseDiscounts(tx, said, before, run.shop.slug)
  const outcome = before ? await change(tx, before, goods, run) : await create(tx, goods, run)
  return outcome.kind === 'refused' ? outcome : { ...outcome, warnings: [...warnings, ...outcome.warnings] }
}

type Found = { id: string; sku: string }

/** Products of the shop that have any of these SKUs: as written, or with the shop before it. */
async function findImported(tx: Tx, goods: Goods, { shop }: ImportRun): Promise<Found[]> {
  const skus = goods.variants.flatMap(({ sku }) => [sku, `${shop.slug}-${sku}`])
  const { rows } = await tx.query<Found>(
    `select p.id, min(v.sku) as sku from variant v join product p on p.id = v.product_id
      where p.shop_id = $1 and v.sku = any($2) group by p.id order by p.id limit 3`,
    [shop.id, skus],
  )
  return rows
}

async function create(tx: Tx, said: Goods, run: ImportRun): Promise<GoodsOutcome> {
  const choice = categoryFor(said, run)
  if (choice === null) return unknownCategory(said)
  const { goods, warnings, refusal } = await withAttributes(tx, said, null, { ...run, category: choice.slug })
  if (refusal !== null) return refusal
  const parsed = productInputSchema.safeParse(await inputOf(tx, goods, choice.slug, run))
  if (!parsed.success) return unlikeSchema(parsed.error)
  const made = await addProduct(tx, parsed.data, run.actor, goods.address ?? undefined)
  if (!made.ok) return refused(made.code, wrongIn(made.detail))
  return { kind: 'created', productId: made.value.id, category: choice.slug, chosenBy: choice.chosenBy, warnings }
}

/** What a refusal names: codes of variants, or fields with what they say. */
function wrongIn(detail: Record<string, unknown> = {}): string {
  const { skus, fields } = detail as { skus?: string[]; fields?: FieldProblem[] }
  // As the column is called that says it.
  const named = fields?.map(({ field, ...rest }) => ({ field: field.replace(/^attributes\./, 'attr:'), ...rest }))
  const said = named?.map(({ field, value }) => (value === undefined ? field : `${field}: ${value}`))
  return (skus ?? said ?? []).join(', ')
}

async function change(tx: Tx, before: SellerProduct, said: Goods, run: ImportRun): Promise<GoodsOutcome> {
  const category = categoryOf(before, said, run)
  if (category === null) return refused('unknown-category', said.category.text)
  const at = category ?? before.category
  const { goods, warnings, refusal } = await withAttributes(tx, said, before, { ...run, category: at })
  if (refusal !== null) return refusal
  const same = unchanged(before, goods, run)
  if (same !== null) return { ...same, warnings }
  const done = { productId: before.id, category: at, chosenBy: null, warnings }
  const patch = patchOf(before, goods, category, run) ?? {}
  const changed = await changeProduct(tx, before.id, patch, run.actor)
  return changed.ok ? { kind: 'updated', ...done } : refused(changed.code, wrongIn(changed.detail))
}
