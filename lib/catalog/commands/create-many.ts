import type { Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { isShown, nextStatus } from '../product-state'
import type { StoredImage } from '../queries/cards'
import { type AttributeRule, missingToPublish, type ProductInput, readAttributeValues } from '../schema'
import { announceAll } from './announce'
import { needsIkpu, takenGtins } from './check-product'
import { chooseManySlugs } from './choose-slugs'
import type { Rules } from './import-attributes'
import type { ImportRun } from './import-run'
import { indexProducts } from './index-product'
import { insertProducts, type NewProduct, writesOf } from './insert-products'
import { drawnOnly } from './pictures-of'
import { ambiguous, type CategoryRow, moverOf, readCategoriesOf, withBrand } from './product-fields'
import type { OwnShop } from './shop-of'
import { ownSkus, putVariants } from './write-variants'

/** `hint` is the address to try first instead of the title's. */
export type NewGoods = { input: ProductInput; hint: string | undefined }

type Known = { category: CategoryRow; rules: AttributeRule[] }
type Plan = Omit<NewProduct, 'slug' | 'slugs'> & { at: number; hint: string | undefined }

async function readKnown(tx: Tx, all: readonly NewGoods[], rulesOf: Rules): Promise<Map<string, Known>> {
  const found = await readCategoriesOf(tx, [...new Set(all.map(({ input }) => input.category))])
  const known = new Map<string, Known>()
  for (const [slug, category] of found) known.set(slug, { category, rules: await rulesOf(tx, slug) })
  return known
}

/** What there is no question about: everything else has to be looked at alone, where it is told what is wrong. */
function planOf(
  { input, hint }: NewGoods,
  at: number,
  shop: OwnShop,
  known: Known | undefined,
  skus: Map<string, string>,
) {
  const status = nextStatus(null, input.status, moverOf(shop))
  const images: StoredImage[] | null = drawnOnly(input.images, input.title)
  const struck = input.variants.some(({ compareAtPrice, bundle }) => compareAtPrice || bundle)
  if (!known || status === null || images === null || struck || ambiguous(input.variants)) return null
  const variants = writesOf(input, skus)
  const { values, problems } = readAttributeValues(withBrand(input), known.rules)
  const lacks = isShown(status) ? missingToPublish({ attributes: values, variants }, known.rules, needsIkpu()) : []
  if (problems.length > 0 || lacks.length > 0) return null
  const { category } = known
  const plan: Plan = { at, hint, id: newId('prd'), input, shop, category, status, attributes: values, images, variants }
  return plan
}

type Run = Pick<ImportRun, 'shop' | 'actor' | 'rulesOf'>

async function plansOf(tx: Tx, all: readonly NewGoods[], { shop, rulesOf }: Run): Promise<Plan[]> {
  const known = await readKnown(tx, all, rulesOf)
  const written = all.flatMap(({ input }) => input.variants.map(({ sku }) => sku))
  const skus = await ownSkus(tx, shop, written)
  const plans = all.flatMap((one, at) => planOf(one, at, shop, known.get(one.input.category), skus) ?? [])
  const coded = plans.flatMap(({ variants }) => variants.map((variant) => ({ ...variant, productId: '' })))
  const taken = new Set((await takenGtins(tx, shop, coded)).map(({ field }) => field))
  return plans.filter(({ variants }) => !variants.some(({ sku }) => taken.has(`variants.${sku}.gtin`)))
}

/**
 * Many new products of one shop in a few statements. Null stands for goods that have to be looked at alone, and none of
 * those is written. Joins the caller's transaction, which has seen that the shop has none of their SKUs.
 */
export async function addProducts(tx: Tx, all: readonly NewGoods[], run: Run): Promise<(string | null)[]> {
  const { shop, actor } = run
  const plans = all.length === 0 ? [] : await plansOf(tx, all, run)
  if (plans.length === 0) return all.map(() => null)
  const slugs = await chooseManySlugs(
    tx,
    plans.map(({ id, input, hint }) => ({ productId: id, title: input.title, before: null, chosen: input, hint })),
  )
  const made = plans.map((plan, at) => ({ ...plan, ...(slugs[at] ?? { slug: plan.id, slugs: {} }) }))
  await insertProducts(tx, made)
  await putVariants(
    tx,
    made.flatMap(({ id, variants }) => variants.map((variant) => ({ ...variant, productId: id }))),
  )
  const ids = made.map(({ id }) => id)
  await indexProducts(tx, ids)
  await announceAll(
    tx,
    made.map(({ id, slug, slugs: own, category }) => {
      const addresses = [slug, ...Object.values(own)].filter((each) => each !== undefined)
      return { productId: id, slugs: addresses, categories: category.path, shop: shop.slug }
    }),
    actor,
  )
  const idAt = new Map(made.map(({ at, id }) => [at, id]))
  return all.map((_, at) => idAt.get(at) ?? null)
}
