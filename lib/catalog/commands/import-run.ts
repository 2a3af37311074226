import type { ShopActor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import type {
  Goods,
  GoodsOutcome,
  GoodsTaken,
  GoodsVariant,
  ProductInput,
  ProductPatch,
  SellerProduct,
} from '../schema'
import type { Choice, ChooseCategory } from './choose-category'
import type { Drawings } from './drawn-picture'
import type { Rules } from './import-attributes'
import { knownIn, type Old } from './import-discounts'
import type { OwnShop } from './shop-of'

export type ImportRules = {
  /** A slug for everything that is new. */
  category?: string | undefined
  /** Of variants that are there already. */
  stock: 'keep' | 'set'
}

export type ImportRun = {
  actor: ShopActor
  shop: OwnShop
  rules: ImportRules
  choose: ChooseCategory
  rulesOf: Rules
  drawings: Drawings
}

const wire = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })
export const refused = (code: string, value = ''): GoodsOutcome => ({ kind: 'refused', code, value })

export const unknownCategory = (goods: Goods): GoodsOutcome => refused('unknown-category', goods.category.text)
export const unlikeSchema = (error: Parameters<typeof told>[0]): GoodsOutcome => refused('not-valid', told(error))

export const categoryFor = (goods: Goods, { rules, choose }: ImportRun): Choice | null =>
  rules.category ? { slug: rules.category, chosenBy: 'file' } : choose(goods)

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

export async function inputOf(tx: Tx, goods: Goods, category: string, { drawings }: ImportRun): Promise<unknown> {
  const about = [...Object.values(goods.title), goods.about.type, goods.about.tags].join(' ')
  const drawn = goods.images.length > 0 ? null : await drawings(tx, about, goods.key)
  return {
    title: goods.title,
    description: goods.description,
    category,
    attributes: goods.attributes,
    images: drawn ? [drawn.key] : goods.images,
    // Nobody has looked at it yet: what was paused elsewhere begins as a draft.
    status: goods.status === 'paused' ? 'draft' : goods.status,
    variants: goods.variants.map(asVariant),
    brand: goods.brand,
    origin: goods.origin,
    video: goods.video,
  } satisfies Partial<Record<keyof ProductInput, unknown>>
}

/** Null: the file says something else of it. */
export function unchanged(before: SellerProduct, goods: Goods, run: ImportRun): GoodsTaken | null {
  const category = categoryOf(before, goods, run)
  if (category === null || patchOf(before, goods, category, run) !== null) return null
  return { kind: 'unchanged', productId: before.id, category: before.category, chosenBy: null, warnings: [] }
}

/** Only a file of ours moves a product; undefined: it stays. */
export function categoryOf(before: SellerProduct, goods: Goods, { choose }: ImportRun): string | null | undefined {
  const { text, binding } = goods.category
  if (!binding || text === '' || text === before.category) return undefined
  const choice = choose(goods)
  return choice === null || choice.slug === before.category ? choice && undefined : choice.slug
}

/** What the file says otherwise, or null. */
export function patchOf(
  before: SellerProduct,
  goods: Goods,
  category: string | undefined,
  run: ImportRun,
): ProductPatch | null {
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
    ...(toldAlready(before.attributes, goods.attributes)
      ? {}
      : { attributes: { ...before.attributes, ...goods.attributes } }),
    ...(goods.brand !== null && goods.brand !== before.brand ? { brand: goods.brand } : {}),
    ...(goods.origin !== null && goods.origin !== before.origin ? { origin: goods.origin } : {}),
    ...(goods.video !== null && goods.video !== before.video ? { video: goods.video } : {}),
    ...(goods.statusBinds && !same ? { status: goods.status } : {}),
    ...(goods.images.length > 0 && goods.images.join() !== keys.join() ? { images: goods.images } : {}),
    ...(variants.length > 0 ? { variants } : {}),
  }
  return Object.keys(patch).length > 0 ? patch : null
}

// Forms and sheets end lines each in their own way.
const plain = (text: string | undefined) => text?.replaceAll('\r\n', '\n')

const within = (before: Texts, said: Texts) =>
  Object.entries(said).every(([locale, text]) => plain(before[locale as keyof Texts]) === plain(text))

/** One of a list and the list of one are the same to people. */
const toldAlready = (before: Goods['attributes'], said: Goods['attributes']) =>
  Object.entries(said).every(
    ([code, value]) => JSON.stringify([before[code]].flat()) === JSON.stringify([value].flat()),
  )

/** Stock of variants that are there is the shop's unless it says otherwise: orders have moved it. A bundle has none. */
const setsStock = (old: Old, variant: GoodsVariant, { stock }: ImportRules) =>
  variant.stock !== null &&
  (old === undefined || (stock === 'set' && old.bundle === null && old.stock !== variant.stock))

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
