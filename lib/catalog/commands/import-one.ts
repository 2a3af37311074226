import type { Actor } from '@/lib/auth/schema'
import type { Tx } from '@/lib/kernel/db'
import { getSellerProduct } from '../queries/seller-products'
import type { ProductInput, ProductPatch, SellerProduct } from '../schema'
import { addProduct } from './create-product'
import { drawnPicture } from './drawn-picture'
import { type OwnShop, readOwnShop } from './shop-of'
import type { Goods, GoodsVariant } from './shopify-goods'
import { changeProduct } from './update-product'

export type Outcome =
  | { kind: 'created' | 'updated' | 'unchanged' }
  | { kind: 'refused'; error: { code: string; message: string } }

type Category = { given: string | undefined; fallback: string }

const wire = (amount: number) => ({ amount: String(amount), currency: 'UZS' as const })

/** The product of these goods, known by any of its SKUs: as written, or with the shop before it. */
async function findImported(tx: Tx, goods: Goods, shop: OwnShop, actor: Actor): Promise<SellerProduct | null> {
  const skus = goods.variants.flatMap(({ sku }) => [sku, `${shop.slug}-${sku}`])
  const { rows } = await tx.query<{ id: string }>(
    `select p.id from variant v join product p on p.id = v.product_id
      where p.shop_id = $1 and v.sku = any($2) order by p.seq limit 1`,
    [shop.id, skus],
  )
  return rows[0] ? getSellerProduct(rows[0].id, actor, tx) : null
}

export async function importOne(tx: Tx, goods: Goods, category: Category, actor: Actor): Promise<Outcome> {
  const shop = await readOwnShop(tx, actor)
  if (shop === null) return refused('not-found')
  const before = await findImported(tx, goods, shop, actor)
  if (before === null) {
    const input = await inputOf(tx, goods, category)
    const made = await addProduct(tx, input, actor, goods.handle)
    return made.ok ? { kind: 'created' } : refused(made.code)
  }
  const patch = patchOf(before, goods, shop.slug)
  if (patch === null) return { kind: 'unchanged' }
  const changed = await changeProduct(tx, before.id, patch, actor)
  return changed.ok ? { kind: 'updated' } : refused(changed.code)
}

const refused = (code: string): Outcome => ({
  kind: 'refused',
  error: { code, message: `The product was refused: ${code}.` },
})

async function inputOf(tx: Tx, goods: Goods, category: Category): Promise<ProductInput> {
  const drawn = await drawnPicture(tx, goods.about, goods.handle)
  const { rows } = await tx.query<{ slug: string }>('select slug from category where id = $1', [drawn?.categoryId])
  return {
    title: { [goods.locale]: goods.title },
    description: goods.description === '' ? {} : { [goods.locale]: goods.description },
    category: category.given ?? rows[0]?.slug ?? category.fallback,
    attributes: {},
    images: drawn ? [drawn.key] : [],
    status: goods.status,
    variants: goods.variants.map((variant) => ({
      sku: variant.sku,
      options: variant.options,
      price: wire(variant.price),
      compareAtPrice: variant.compareAt === null ? null : wire(variant.compareAt),
      stock: variant.stock,
    })),
  }
}

/** What the file says otherwise, or null. Stock of variants that are there is the shop's: orders have moved it. */
function patchOf(before: SellerProduct, goods: Goods, shop: string): ProductPatch | null {
  const { locale, title, description } = goods
  const variants = goods.variants.flatMap((variant) => {
    const old = knownIn(before, variant, shop)
    return differs(old, variant) ? [patchVariant(old, variant)] : []
  })
  const patch: ProductPatch = {
    ...(before.title[locale] === title ? {} : { title: { ...before.title, [locale]: title } }),
    ...((before.description[locale] ?? '') === description
      ? {}
      : { description: { ...before.description, [locale]: description || undefined } }),
    ...(variants.length > 0 ? { variants } : {}),
  }
  return Object.keys(patch).length > 0 ? patch : null
}

type Old = SellerProduct['variants'][number] | undefined

const knownIn = (before: SellerProduct, { sku }: GoodsVariant, shop: string): Old =>
  before.variants.find((variant) => variant.sku === sku) ??
  before.variants.find((variant) => variant.sku === `${shop}-${sku}`)

function differs(old: Old, variant: GoodsVariant): boolean {
  if (!old || old.price.amount !== variant.price) return true
  return (old.compareAtPrice?.amount ?? null) !== variant.compareAt || !equal(old.options, variant.options)
}

const equal = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

function patchVariant(old: Old, variant: GoodsVariant): NonNullable<ProductPatch['variants']>[number] {
  return {
    sku: old?.sku ?? variant.sku,
    options: variant.options,
    price: wire(variant.price),
    compareAtPrice: variant.compareAt === null ? null : wire(variant.compareAt),
    ...(old ? {} : { stock: variant.stock }),
  }
}
