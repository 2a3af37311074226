import type { ShopActor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import { getSellerProduct } from '../queries/seller-products'
import {
  type FieldProblem,
  type Goods,
  type GoodsOutcome,
  type GoodsVariant,
  type ProductInput,
  type ProductPatch,
  productInputSchema,
  type SellerProduct,
} from '../schema'
import { type Choice, type ChooseCategory, categoryChooser } from './choose-category'
import { addProduct } from './create-product'
import { type Drawings, rememberDrawings } from './drawn-picture'
import { knownIn, type Old, withoutFalseDiscounts } from './import-discounts'
import { type OwnShop, readOwnShop } from './shop-of'
import { changeProduct } from './update-product'

export type ImportRules = {
  /** A slug for everything that is new. */
  category?: string | undefined
  /** Of variants that are there already. */
  stock: 'keep' | 'set'
}

export type TakeGoods = (tx: Tx, goods: Goods) => Promise<GoodsOutcome>

type Run = { actor: ShopActor; shop: OwnShop; rules: ImportRules; choose: ChooseCategory; drawings: Drawings }

/** Products are known by their SKUs; what is the same stays untouched. Null: there is no such shop. */
export async function openGoodsImport(tx: Tx, actor: ShopActor, rules: ImportRules): Promise<TakeGoods | null> {
  const shop = await readOwnShop(tx, actor)
  if (shop === null) return null
  const run = { actor, shop, rules, choose: await categoryChooser(tx), drawings: rememberDrawings() }
  return (inner, goods) => takeGoods(inner, goods, run)
}

const wire = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })
const refused = (code: string, value = ''): GoodsOutcome => ({ kind: 'refused', code, value })

async function takeGoods(tx: Tx, said: Goods, run: Run): Promise<GoodsOutcome> {
  const found = await findImported(tx, said, run)
  if (found.length > 1) return refused('several-products', found.map(({ sku }) => sku).join(', '))
  const before = found[0] ? await getSellerProduct(found[0].id, run.actor, tx) : null
  const { goods, warnings } = await withoutFalseDiscounts(tx, said, before, run.shop.slug)
  const outcome = before ? await change(tx, before, goods, run) : await create(tx, goods, run)
  return outcome.kind === 'refused' ? outcome : { ...outcome, warnings }
}

type Found = { id: string; sku: string }

/** Products of the shop that have any of these SKUs: as written, or with the shop before it. */
async function findImported(tx: Tx, goods: Goods, { shop }: Run): Promise<Found[]> {
  const skus = goods.variants.flatMap(({ sku }) => [sku, `${shop.slug}-${sku}`])
  const { rows } = await tx.query<Found>(
    `select p.id, min(v.sku) as sku from variant v join product p on p.id = v.product_id
      where p.shop_id = $1 and v.sku = any($2) group by p.id order by p.id limit 3`,
    [shop.id, skus],
  )
  return rows
}

const told = (error: { issues: { path: PropertyKey[]; message: string }[] }) =>
  error.issues
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ')
    .slice(0, 200)

const asVariant = (variant: GoodsVariant) => ({
  sku: variant.sku,
  options: variant.options,
  price: wire(variant.price),
  compareAtPrice: variant.compareAt === null ? null : wire(variant.compareAt),
  stock: variant.stock ?? 0,
  ...(variant.ikpu ? { ikpu: variant.ikpu } : {}),
  ...(variant.gtin ? { gtin: variant.gtin } : {}),
})

async function create(tx: Tx, goods: Goods, run: Run): Promise<GoodsOutcome> {
  const choice: Choice | null = run.rules.category ? { slug: run.rules.category, chosenBy: 'file' } : run.choose(goods)
  if (choice === null) return refused('unknown-category', goods.category.text)
  const parsed = productInputSchema.safeParse(await inputOf(tx, goods, choice.slug, run))
  if (!parsed.success) return refused('not-valid', told(parsed.error))
  const made = await addProduct(tx, parsed.data, run.actor, goods.key)
  if (!made.ok) return refused(made.code, wrongIn(made.detail))
  return { kind: 'created', productId: made.value.id, category: choice.slug, chosenBy: choice.chosenBy, warnings: [] }
}

/** What a refusal names: codes of variants, or fields with what they say. */
function wrongIn(detail: Record<string, unknown> = {}): string {
  const { skus, fields } = detail as { skus?: string[]; fields?: FieldProblem[] }
  const said = fields?.map(({ field, value }) => (value === undefined ? field : `${field}: ${value}`))
  return (skus ?? said ?? []).join(', ')
}

async function inputOf(tx: Tx, goods: Goods, category: string, { drawings }: Run): Promise<unknown> {
  const about = [...Object.values(goods.title), goods.about.type, goods.about.tags].join(' ')
  const drawn = goods.images.length > 0 ? null : await drawings(tx, about, goods.key)
  return {
    title: goods.title,
    description: goods.description,
    category,
    attributes: {},
    images: drawn ? [drawn.key] : goods.images,
    status: goods.status,
    variants: goods.variants.map(asVariant),
    brand: goods.brand,
    origin: goods.origin,
    video: goods.video,
  } satisfies Partial<Record<keyof ProductInput, unknown>>
}

async function change(tx: Tx, before: SellerProduct, goods: Goods, run: Run): Promise<GoodsOutcome> {
  const category = categoryOf(before, goods, run)
  if (category === null) return refused('unknown-category', goods.category.text)
  const done = { productId: before.id, category: category ?? before.category, chosenBy: null, warnings: [] }
  const patch = patchOf(before, goods, category, run)
  if (patch === null) return { kind: 'unchanged', ...done }
  const changed = await changeProduct(tx, before.id, patch, run.actor)
  return changed.ok ? { kind: 'updated', ...done } : refused(changed.code, wrongIn(changed.detail))
}

/** Only a file of ours moves a product; undefined: it stays. */
function categoryOf(before: SellerProduct, goods: Goods, { choose }: Run): string | null | undefined {
  const { text, binding } = goods.category
  if (!binding || text === '' || text === before.category) return undefined
  const choice = choose(goods)
  return choice === null || choice.slug === before.category ? choice && undefined : choice.slug
}

/** What the file says otherwise, or null. */
function patchOf(before: SellerProduct, goods: Goods, category: string | undefined, run: Run): ProductPatch | null {
  const variants = goods.variants.flatMap((variant) => {
    const old = knownIn(before, variant, run.shop.slug)
    return differs(old, variant, run.rules) ? [patchVariant(old, variant, run.rules)] : []
  })
  const same = goods.status === (before.status === 'review' ? 'active' : before.status)
  const keys = before.images.map(({ key }) => key)
  const patch: ProductPatch = {
    ...(within(before.title, goods.title) ? {} : { title: { ...before.title, ...goods.title } }),
    ...(within(before.description, goods.description)
      ? {}
      : { description: { ...before.description, ...goods.description } }),
    ...(category === undefined ? {} : { category }),
    ...(goods.brand !== null && goods.brand !== before.brand ? { brand: goods.brand } : {}),
    ...(goods.origin !== null && goods.origin !== before.origin ? { origin: goods.origin } : {}),
    ...(goods.video !== null && goods.video !== before.video ? { video: goods.video } : {}),
    ...(goods.statusBinds && !same ? { status: goods.status } : {}),
    ...(goods.images.length > 0 && goods.images.join() !== keys.join() ? { images: goods.images } : {}),
    ...(variants.length > 0 ? { variants } : {}),
  }
  return Object.keys(patch).length > 0 ? patch : null
}

const within = (before: Texts, said: Texts) =>
  Object.entries(said).every(([locale, text]) => before[locale as keyof Texts] === text)

/** Stock of variants that are there is the shop's unless it says otherwise: orders have moved it. */
const setsStock = (old: Old, variant: GoodsVariant, { stock }: ImportRules) =>
  variant.stock !== null && (old === undefined || (stock === 'set' && old.stock !== variant.stock))

function differs(old: Old, variant: GoodsVariant, rules: ImportRules): boolean {
  if (!old || old.price.amount !== variant.price || setsStock(old, variant, rules)) return true
  if (variant.ikpu !== null && old.ikpu !== variant.ikpu) return true
  if (variant.gtin !== null && old.gtin !== variant.gtin) return true
  return (old.compareAtPrice?.amount ?? null) !== variant.compareAt || !equal(old.options, variant.options)
}

const equal = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

function patchVariant(old: Old, variant: GoodsVariant, rules: ImportRules) {
  const { stock, ...rest } = asVariant(variant)
  return { ...rest, sku: old?.sku ?? variant.sku, ...(setsStock(old, variant, rules) ? { stock } : {}) }
}
