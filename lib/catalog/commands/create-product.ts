import type { Actor } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { isShown, nextStatus } from '../product-state'
import { getSellerProduct } from '../queries/seller-products'
import type { ProductInput, SellerProduct } from '../schema'
import { announce } from './announce'
import { type CheckRefusal, checkProduct } from './check-product'
import { chooseSlugs } from './choose-slugs'
import { indexProduct } from './index-product'
import { insertProducts, writesOf } from './insert-products'
import { judgePrices } from './judge-prices'
import { type PictureRefusal, picturesOf } from './pictures-of'
import { ambiguous, moverOf, readCategory, withBrand } from './product-fields'
import { readOwnShop } from './shop-of'
import { writeBundles } from './write-bundles'
import { ownSkus, usedSkus, writeVariants } from './write-variants'

/** `sku-taken`: the shop itself sells it already. `ambiguous-variants`: two of one code or with equal options. */
export type ProductRefusal =
  | CheckRefusal
  | PictureRefusal
  | 'not-found'
  | 'unknown-category'
  | 'sku-taken'
  | 'slug-taken'
  | 'ambiguous-variants'
  | 'incomplete-variant'
  | 'wrong-status'
  | 'variant-held'
  /** detail.discounts: FalseDiscount[] */
  | 'false-discount'
  /** detail.skus */
  | 'bad-bundle'

/** Puts a product into the actor's shop; another shop's SKU is answered with ours prefixed. */
export const createProduct = (input: ProductInput, actor: Actor): Promise<Result<SellerProduct, ProductRefusal>> =>
  transact((tx) => addProduct(tx, input, actor))

/** The same inside the caller's transaction; `hint` is the address to try first. */
export async function addProduct(
  tx: Tx,
  input: ProductInput,
  actor: Actor,
  hint?: string,
): Promise<Result<SellerProduct, ProductRefusal>> {
  const shop = await readOwnShop(tx, actor)
  if (shop === null) return fail('not-found')
  if (ambiguous(input.variants)) return fail('ambiguous-variants')
  const category = await readCategory(tx, input.category)
  if (!category.ok) return category
  const id = newId('prd')
  const status = nextStatus(null, input.status, moverOf(shop))
  if (status === null) return fail('wrong-status')
  const skus = await ownSkus(
    tx,
    shop,
    input.variants.map(({ sku }) => sku),
  )
  const used = await usedSkus(tx, shop, id, [...skus.values()])
  if (used.length > 0) return fail('sku-taken', { skus: used })
  const variants = await judgePrices(tx, writesOf(input, skus))
  if (!variants.ok) return variants
  const goods = {
    productId: id,
    shop,
    category: category.value,
    attributes: withBrand(input),
    variants: variants.value,
  }
  const attributes = await checkProduct(tx, { ...goods, publishing: status })
  if (!attributes.ok) return attributes
  const slugs = await chooseSlugs(tx, { productId: id, title: input.title, before: null, chosen: input, hint })
  if (!slugs.ok) return slugs
  const shown = isShown(status)
  const images = await picturesOf(tx, input.images, { title: input.title, id, shopId: shop.id, shown })
  if (!images.ok) return images
  const kept = { id, input, shop, category: category.value, status, ...slugs.value }
  const made = { ...kept, attributes: attributes.value, images: images.value, variants: variants.value }
  await insertProducts(tx, [made])
  const bundles = await writeBundles(tx, shop, id, await writeVariants(tx, id, variants.value))
  if (!bundles.ok) return bundles
  await indexProduct(tx, id)
  const addresses = [made.slug, ...Object.values(made.slugs)].filter((each) => each !== undefined)
  await announce(tx, { productId: id, slugs: addresses, categories: category.value.path, shop: shop.slug }, actor)
  const whole = await getSellerProduct(id, actor, tx)
  return whole ? ok(whole) : fail('not-found')
}
