import type { Actor } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getSellerProduct } from '../queries/seller-products'
import type { ProductPatch, SellerProduct } from '../schema'
import { announce } from './announce'
import type { ProductRefusal } from './create-product'
import { indexProduct } from './index-product'
import { judgePrices } from './judge-prices'
import { mergeVariants } from './merge-variants'
import { changePictures } from './pictures-of'
import { type CategoryRow, isTaken, readCategory, statusFor } from './product-fields'
import { type OwnShop, readOwnShop } from './shop-of'
import { writeBundles } from './write-bundles'
import { sumUp, writeVariants } from './write-variants'

/** Changes what the patch names and nothing else. A foreign product is `not-found`, as one that never was. */
export const updateProduct = (
  id: string,
  patch: ProductPatch,
  actor: Actor,
): Promise<Result<SellerProduct, ProductRefusal>> => transact((tx) => changeProduct(tx, id, patch, actor))

export async function changeProduct(
  tx: Tx,
  id: string,
  patch: ProductPatch,
  actor: Actor,
): Promise<Result<SellerProduct, ProductRefusal>> {
  const shop = await readOwnShop(tx, actor)
  const held = await tx.query('select from product where id = $1 and shop_id = $2 for update', [id, shop?.id ?? null])
  const before = held.rows.length > 0 ? await getSellerProduct(id, actor, tx) : null
  if (shop === null || before === null) return fail('not-found')
  const category = await readCategory(tx, patch.category ?? before.category)
  if (!category.ok) return category
  if (patch.slug !== undefined && (await isTaken(tx, patch.slug, id))) return fail('slug-taken')
  const merged = await mergeVariants(tx, shop, before, patch.variants ?? [])
  if (!merged.ok) return merged
  const variants = await judgePrices(tx, merged.value)
  if (!variants.ok) return variants
  const images = await changePictures(tx, before, patch, shop.id)
  if (!images.ok) return images
  await writeFields(tx, before, { ...patch, images: images.value }, category.value, shop)
  const written = variants.value.length > 0 ? await writeVariants(tx, id, variants.value) : []
  if (written.length === 0) await sumUp(tx, id)
  const bundles = await writeBundles(tx, shop, id, written)
  if (!bundles.ok) return bundles
  await indexProduct(tx, id)
  const after = await getSellerProduct(id, actor, tx)
  if (after === null) return fail('not-found')
  await announce(tx, changeOf(before, after, category.value, shop), actor)
  return ok(after)
}

type Fields = Omit<ProductPatch, 'images'> & { images: object[] | null }

async function writeFields(tx: Tx, before: SellerProduct, patch: Fields, category: CategoryRow, shop: OwnShop) {
  await tx.query(
    `update product set category_id = $2, category_ids = $3, slug = $4, title = $5, description = $6,
            attributes = $7, images = coalesce($8, images), status = $9 where id = $1`,
    [
      before.id,
      category.id,
      category.ids,
      patch.slug ?? before.slug,
      JSON.stringify(patch.title ?? before.title),
      JSON.stringify(patch.description ?? before.description),
      JSON.stringify(patch.attributes ?? before.attributes),
      patch.images && JSON.stringify(patch.images),
      patch.status === undefined ? before.status : statusFor(patch.status, shop),
    ],
  )
}

function changeOf(before: SellerProduct, after: SellerProduct, category: CategoryRow, shop: OwnShop) {
  const slugs = [...new Set([before.slug, after.slug])]
  const moved = before.status !== after.status || before.category !== after.category || slugs.length > 1
  const categories = [...category.path, before.category]
  return { productId: after.id, slugs, ...(moved ? { categories, shop: shop.slug } : {}) }
}
