import type { Actor } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getSellerProduct } from '../queries/seller-products'
import type { ProductInput, SellerProduct } from '../schema'
import { announce } from './announce'
import { indexProduct } from './index-product'
import { ambiguous, type CategoryRow, freeSlug, picturesOf, readCategory, statusFor } from './product-fields'
import { type OwnShop, readOwnShop } from './shop-of'
import { ownSkus, usedSkus, writeVariants } from './write-variants'

/** `sku-taken`: the shop itself sells it already. `ambiguous-variants`: two of one code or with equal options. */
export type ProductRefusal =
  | 'not-found'
  | 'unknown-category'
  | 'sku-taken'
  | 'slug-taken'
  | 'ambiguous-variants'
  | 'incomplete-variant'

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
  const slug = await insertProduct(tx, { id, input, shop, category: category.value, wanted })
  await writeVariants(
    tx,
    id,
    input.variants.map((variant, position) => ({
      sku: skus.get(variant.sku) ?? variant.sku,
      options: variant.options,
      price: Number(variant.price.amount),
      compareAt: variant.compareAtPrice ? Number(variant.compareAtPrice.amount) : null,
      stock: variant.stock,
      ikpu: variant.ikpu ?? null,
      position,
      image: 0,
    })),
  )
  await indexProduct(tx, id)
  await announce(tx, { productId: id, slugs: [slug], categories: category.value.path, shop: shop.slug }, actor)
  const made = await getSellerProduct(id, actor, tx)
  return made ? ok(made) : fail('not-found')
}

type New = { id: string; input: ProductInput; shop: OwnShop; category: CategoryRow; wanted: string | undefined }

async function insertProduct(tx: Tx, { id, input, shop, category, wanted }: New): Promise<string> {
  const { title, description, attributes, images, status } = input
  const slug = await freeSlug(tx, wanted ?? title.uz ?? title.en ?? title.ru ?? '', id)
  const pictures = await picturesOf(tx, images, title, id)
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
      JSON.stringify(pictures),
      statusFor(status, shop),
    ],
  )
  return slug
}
