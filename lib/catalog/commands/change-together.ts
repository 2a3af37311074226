import type { Texts } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import { facetsOf } from '../facet-key'
import { isShown } from '../product-state'
import { readAttributes } from '../queries/attributes'
import type { StoredImage } from '../queries/cards'
import { getSellerProducts } from '../queries/seller-products'
import {
  type AttributeRule,
  type Goods,
  type GoodsOutcome,
  type GoodsVariant,
  type GoodsWarning,
  missingToPublish,
  type ProductPatch,
  readAttributeValues,
  type SellerProduct,
} from '../schema'
import { announceAll } from './announce'
import { needsIkpu, takenGtins } from './check-product'
import { knownIn, type Old } from './import-discounts'
import { categoryOf, type ImportRun, patchOf } from './import-run'
import { indexProducts } from './index-product'
import { rehung } from './pictures-of'
import { withBrand } from './product-fields'
import { putVariants, type VariantWrite } from './write-variants'

/** What a file says of a product that is there, by its place among the goods. */
export type Said = { at: number; productId: string; goods: Goods; warnings: GoodsWarning[] }

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
function writesOf(before: SellerProduct, goods: Goods, patch: ProductPatch, run: ImportRun): VariantWrite[] | null {
  if (patch.variants === undefined) return []
  const changed = new Set(patch.variants.map(({ sku }) => sku))
  const writes = goods.variants.map((said) => writeOf(before, said, run))
  const plain = writes.filter((write) => write !== null)
  return plain.length < writes.length ? null : plain.filter(({ sku }) => changed.has(sku))
}

type Words = Pick<ProductPatch, 'title' | 'description' | 'attributes' | 'origin' | 'video'> & {
  images?: StoredImage[]
}
type Plan = { at: number; before: SellerProduct; writes: VariantWrite[]; words: Words; warnings: GoodsWarning[] }

const words = ['title', 'description', 'images', 'attributes', 'brand', 'origin', 'video']
const together: ReadonlySet<string> = new Set(['variants', ...words])
const languages = (title: Texts | undefined) =>
  Object.keys(title ?? {})
    .sort()
    .join()

/** Null: something is wrong with them, and alone it is told. */
function attributesOf(
  { attributes, variants, status }: SellerProduct,
  patch: ProductPatch,
  writes: readonly VariantWrite[],
  rules: readonly AttributeRule[],
): Pick<Words, 'attributes'> | null {
  if (patch.attributes === undefined && patch.brand === undefined) return {}
  const { values, problems } = readAttributeValues(withBrand(patch, attributes), rules)
  const written = new Map(writes.map((write) => [write.sku, write]))
  const sold = variants.map((variant) => written.get(variant.sku) ?? variant)
  const lacks = isShown(status) ? missingToPublish({ attributes: values, variants: sold }, rules, needsIkpu()) : []
  return problems.length > 0 || lacks.length > 0 ? null : { attributes: values }
}

type Held = { before: SellerProduct; hung: StoredImage[]; rules: readonly AttributeRule[] }

/** Null: it has to be looked at alone. A new language is an address of its own and other lists. */
function planOf({ at, goods, warnings }: Said, { before, hung, rules }: Held, run: ImportRun): Plan | null {
  if (categoryOf(before, goods, run) !== undefined) return null
  const patch = patchOf(before, goods, undefined, run)
  if (patch === null || Object.keys(patch).some((key) => !together.has(key))) return null
  const { title, description, origin, video } = patch
  if (title && languages(title) !== languages(before.title)) return null
  const images = patch.images && rehung(hung, goods.images, title ?? before.title)
  const writes = writesOf(before, goods, patch, run)
  const attributes = writes && attributesOf(before, patch, writes, rules)
  if (images === null || writes === null || attributes === null) return null
  const told = { ...(title && { title }), ...(description && { description }), ...(images && { images }) }
  const words = { ...told, ...attributes, ...(origin && { origin }), ...(video && { video }) }
  return { at, before, writes, warnings, words }
}

/** Variants go on showing what they showed, wherever in the row it stands now. */
const keepVariantPictures = `
  update variant v set image = coalesce(array_position(w.after, w.before[v.image + 1]) - 1, 0)
    from jsonb_to_recordset($1::jsonb) as w(id text, before text[], after text[]) where v.product_id = w.id`

/** With the attributes at once: the index would write the product another time. */
const facetsAfter = ({ before, words: { attributes } }: Plan, ranged: ReadonlySet<string>) =>
  attributes && {
    facets: facetsOf(
      attributes,
      before.variants.flatMap(({ options }) => Object.entries(options)),
      ranged,
    ),
  }

async function writeWords(tx: Tx, plans: readonly Plan[]): Promise<void> {
  const said = plans.filter(({ words }) => Object.keys(words).length > 0)
  if (said.length === 0) return
  const { ranged } = await readAttributes(tx)
  await tx.query(
    `update product p set title = coalesce(w.title, p.title), description = coalesce(w.description, p.description),
            attributes = coalesce(w.attributes, p.attributes), facets = coalesce(w.facets, p.facets),
            images = coalesce(w.images, p.images),
            origin = coalesce(w.origin, p.origin), video_url = coalesce(w.video, p.video_url), updated_at = now(),
            review_note = case when p.status in ('active', 'paused') then null else p.review_note end
       from jsonb_to_recordset($1::jsonb) as w(id text, title jsonb, description jsonb, attributes jsonb,
                                               facets text[], images jsonb, origin char(2), video text) where p.id = w.id`,
    [JSON.stringify(said.map((plan) => ({ id: plan.before.id, ...plan.words, ...facetsAfter(plan, ranged) })))],
  )
  const keys = (all: readonly { key: string }[]) => all.map(({ key }) => key)
  const moved = said.flatMap(({ before, words }) =>
    words.images ? [{ id: before.id, before: keys(before.images), after: keys(words.images) }] : [],
  )
  if (moved.length > 0) await tx.query(keepVariantPictures, [JSON.stringify(moved)])
  const written = said.filter(({ words }) => words.title || words.description || words.attributes)
  if (written.length > 0)
    await indexProducts(
      tx,
      written.map(({ before }) => before.id),
    )
}

async function plansOf(tx: Tx, all: readonly Said[], run: ImportRun): Promise<Plan[]> {
  const ids = all.map(({ productId }) => productId)
  const { rows } = await tx.query<{ id: string; images: StoredImage[] }>(
    'select id, images from product where id = any($1) and shop_id = $2 order by id for update',
    [ids, run.shop.id],
  )
  const hung = new Map(rows.map(({ id, images }) => [id, images]))
  // Read again: only now nobody else changes them.
  const held = new Map((await getSellerProducts(ids, run.actor, tx)).map((product) => [product.id, product]))
  const plans: Plan[] = []
  for (const one of all) {
    const before = held.get(one.productId)
    if (before === undefined) continue
    const rules = await run.rulesOf(tx, before.category)
    const plan = planOf(one, { before, hung: hung.get(before.id) ?? [], rules }, run)
    if (plan !== null) plans.push(plan)
  }
  return honestOf(tx, plans, run)
}

/** Without those that say attributes and have a number that other goods of the shop have. */
async function honestOf(tx: Tx, plans: readonly Plan[], { shop }: ImportRun): Promise<Plan[]> {
  const coded = plans
    .filter(({ words }) => words.attributes)
    .flatMap(({ before }) => before.variants.map((variant) => ({ ...variant, productId: before.id })))
  const taken = new Set((await takenGtins(tx, shop, coded)).map(({ field }) => field))
  const isTaken = ({ sku }: { sku: string }) => taken.has(`variants.${sku}.gtin`)
  return plans.filter(({ words, before }) => !words.attributes || !before.variants.some(isTaken))
}

/**
 * New prices, quantities, words, attributes and pictures of many products in a few statements: no address changes, nor any
 * list that they stand in. What is left out of the answer has to be looked at alone, and nothing of it is written.
 */
export async function changeTogether(
  tx: Tx,
  said: readonly Said[],
  run: ImportRun,
): Promise<Map<number, GoodsOutcome>> {
  // Two goods of the file may be one product: the later one meets what the earlier one made.
  const seen = new Set<string>()
  const twice = new Set(said.flatMap(({ productId: id }) => (seen.size === seen.add(id).size ? [id] : [])))
  const all = said.filter(({ productId }) => !twice.has(productId))
  const plans = all.length === 0 ? [] : await plansOf(tx, all, run)
  if (plans.length === 0) return new Map()
  await writeWords(tx, plans)
  const writes = plans.flatMap(({ before, writes: own }) => own.map((write) => ({ ...write, productId: before.id })))
  if (writes.length > 0) await putVariants(tx, writes)
  await announceAll(
    tx,
    plans.map(({ before }) => ({ productId: before.id, slugs: [] })),
    run.actor,
  )
  return new Map(
    plans.map(({ at, before, warnings }) => [
      at,
      { kind: 'updated', productId: before.id, category: before.category, chosenBy: null, warnings },
    ]),
  )
}
