import type { Actor } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getSellerProduct } from '../queries/seller-products'
import type { ProductInput, SellerProduct } from '../schema'
import { announce } from './announce'
import { indexProduct } from './index-product'
import { judgePrices } from './judge-prices'
import { type PictureRefusal, picturesOf } from './pictures-of'
import { ambiguous, type CategoryRow, freeSlug, readCategory, statusFor } from './product-fields'
import { type OwnShop, readOwnShop } from './shop-of'
import { writeBundles } from './write-bundles'
import { ownSkus, usedSkus, writeVariants } from './write-variants'

/** `sku-taken`: the shop itself sells it already. `ambiguous-variants`: two of one code or with equal options. */
export type ProductRefusal =
  | 'not-found'
  | 'unknown-category'
  | 'sku-taken'
  | 'slug-taken'
  | 'ambiguous-variants'
  | 'incomplete-variant'
  | PictureRefusal
  /** detail.discounts: FalseDiscount[] */
  | 'false-discount'
  /** detail.skus */
  | 'bad-bundle'

/** Puts a product into the actor's shop; another shop's SKU is answered with ours prefixed. */
export const createProduct = (input: ProductInput, actor: Actor): Promise<Result<SellerProduct, ProductRefusal>> =>
  transact((tx) => addProduct(tx, input, actor))

/** The same inside the caller's transaction; `wanted` is the address to try first. */
export async function addProduct(
  tx: Tx,
  input: ProductInput,
  actor: Actor,
  wanted?: string,
): Promise<Result<SellerProduct, ProductRefusal>> {
  const shop = await readOwnShop(tx, actor)
  if (shop === null) return fail('not-found')
  if (ambiguous(input.variants)) return fail('ambiguous-variants')
  const category = await readCategory(tx, input.category)
  if (!category.ok) return category
  const id = newId('prd')
  const skus = await ownSkus(
    tx,
    shop,
    input.variants.map(({ sku }) => sku),
  )
  const used = await usedSkus(tx, shop, id, [...skus.values()])
  if (used.length > 0) return fail('sku-taken', { skus: used })
  const writes = await judgePrices(
    tx,
    input.variants.map((variant, position) => ({
      ...variant,
      sku: skus.get(variant.sku) ?? variant.sku,
      price: Number(variant.price.amount),
      compareAt: variant.compareAtPrice ? Number(variant.compareAtPrice.amount) : null,
      ikpu: variant.ikpu ?? null,
      position,
      image: 0,
    })),
  )
  if (!writes.ok) return writes
  const shown = input.status === 'active'
  const images = await picturesOf(tx, input.images, { title: input.title, id, shopId: shop.id, shown })
  if (!images.ok) return images
  const slug = await insertProduct(tx, { id, input, images: images.value, shop, category: category.value, wanted })
  const bundles = await writeBundles(tx, shop, id, await writeVariants(tx, id, writes.value))
  if (!bundles.ok) return bundles
  await indexProduct(tx, id)
  await announce(tx, { productId: id, slugs: [slug], categories: category.value.path, shop: shop.slug }, actor)
  const made = await getSellerProduct(id, actor, tx)
  return made ? ok(made) : fail('not-found')
}

type New = {
  id: string
  input: ProductInput
  images: object[]
  shop: OwnShop
  category: CategoryRow
  wanted: string | undefined
}

async function insertProduct(tx: Tx, { id, input, images, shop, category, wanted }: New): Promise<string> {
  const { title, description, attributes, status } = input
  const slug = await freeSlug(tx, wanted ?? title.uz ?? title.en ?? title.ru ?? '', id)
  await tx.query(
    `insert into product (id, shop_id, category_id, category_ids, slug, title, description, attributes, images, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      shop.id,
      category.id,
      category.ids,
      slug,
      JSON.stringify(title),
      JSON.stringify(description),
      JSON.stringify(attributes),
      JSON.stringify(images),
      statusFor(status, shop),
    ],
  )
  return slug
}
