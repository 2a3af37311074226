import type { Actor } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { nextStatus } from '../product-state'
import { getSellerProduct } from '../queries/seller-products'
import type { AttributeValue, ProductPatch, ProductStatus, SellerProduct } from '../schema'
import { readVideoLink } from '../video-link'
import { announce } from './announce'
import { checkProduct } from './check-product'
import { chooseSlugs, everyAddress, rethrowLostRace, type Slugs } from './choose-slugs'
import type { ProductRefusal } from './create-product'
import { indexProduct } from './index-product'
import { judgePrices } from './judge-prices'
import { mergeVariants } from './merge-variants'
import { changePictures } from './pictures-of'
import { type CategoryRow, moverOf, readCategory, withBrand } from './product-fields'
import { removeVariants } from './remove-variants'
import { type OwnShop, readOwnShop } from './shop-of'
import { writeBundles } from './write-bundles'
import { sumUp, type VariantWrite, writeVariants } from './write-variants'

type Answer = Result<SellerProduct, ProductRefusal>

/** Changes what the patch names and nothing else. A foreign product is `not-found`, as one that never was. */
export const updateProduct = (id: string, patch: ProductPatch, actor: Actor): Promise<Answer> =>
  transact((tx) => changeProduct(tx, id, patch, actor))

/** `restored`: the state it was in before; who asks has seen that it is the same product still. */
export async function changeProduct(
  tx: Tx,
  id: string,
  patch: ProductPatch,
  actor: Actor,
  restored?: ProductStatus,
): Promise<Answer> {
  const shop = await readOwnShop(tx, actor)
  const held = await tx.query('select from product where id = $1 and shop_id = $2 for update', [id, shop?.id ?? null])
  const before = held.rows.length > 0 ? await getSellerProduct(id, actor, tx) : null
  if (shop === null || before === null) return fail('not-found')
  const category = await readCategory(tx, patch.category ?? before.category)
  if (!category.ok) return category
  const removed = await removeVariants(tx, before, patch.removeVariants ?? [])
  if (!removed.ok) return removed
  const merged = await mergeVariants(tx, shop, removed.value, patch.variants ?? [])
  if (!merged.ok) return merged
  const variants = await judgePrices(tx, merged.value)
  if (!variants.ok) return variants
  const next = await nextFields(tx, {
    before,
    patch,
    shop,
    category: category.value,
    variants: variants.value,
    restored,
  })
  if (!next.ok) return next
  const images = await changePictures(tx, before, patch, shop.id)
  if (!images.ok) return images
  await writeFields(tx, before, { ...patch, images: images.value }, next.value)
  const written = variants.value.length > 0 ? await writeVariants(tx, id, variants.value) : []
  if (written.length === 0) await sumUp(tx, id)
  const bundles = await writeBundles(tx, shop, id, written)
  if (!bundles.ok) return bundles
  await indexProduct(tx, id)
  const after = await getSellerProduct(id, actor, tx)
  if (after === null) return fail('not-found')
  await announce(tx, await changeOf(tx, before, after, category.value, shop), actor)
  return ok(after)
}

type Change = {
  before: SellerProduct
  patch: ProductPatch
  shop: OwnShop
  category: CategoryRow
  variants: readonly VariantWrite[]
  restored: ProductStatus | undefined
}

type Next = Slugs & { status: ProductStatus; category: CategoryRow; attributes: Record<string, AttributeValue> }

/** A rule that came after a product was shown does not stop its prices: it is asked for with the next words. */
async function nextFields(
  tx: Tx,
  { before, patch, shop, category, variants, restored }: Change,
): Promise<Result<Next, ProductRefusal>> {
  const mover = moverOf(shop, before.reviewNote)
  const wanted = patch.status === undefined ? before.status : nextStatus(before.status, patch.status, mover)
  const status = restored ?? wanted
  if (status === null) return fail('wrong-status', { from: before.status, to: patch.status })
  const said = patch.attributes !== undefined || patch.brand !== undefined || category.slug !== before.category
  const written = new Set(variants.map(({ sku }) => sku))
  const all = [...before.variants.filter(({ sku }) => !written.has(sku)), ...variants]
  const attributes =
    said || status !== before.status || variants.some(({ gtin }) => gtin !== null)
      ? await checkProduct(tx, {
          productId: before.id,
          shop,
          category,
          attributes: withBrand(patch, before.attributes),
          variants: all,
          publishing: said || status !== before.status ? status : 'draft',
        })
      : ok(before.attributes)
  if (!attributes.ok) return attributes
  const title = patch.title ?? before.title
  const slugs = await chooseSlugs(tx, { productId: before.id, title, before, chosen: patch })
  return slugs.ok ? ok({ status, category, attributes: attributes.value, ...slugs.value }) : slugs
}

const kept = <Value>(said: Value | undefined, before: Value): Value => (said === undefined ? before : said)

type Fields = Omit<ProductPatch, 'images'> & { images: object[] | null }

async function writeFields(tx: Tx, before: SellerProduct, patch: Fields, next: Next): Promise<void> {
  await tx
    .query(
      `update product set category_id = $2, category_ids = $3, slug = $4, slugs = $5, title = $6, description = $7,
              attributes = $8, images = coalesce($9, images), status = $10, origin = $11, video_url = $12,
              review_note = case when $10 in ('active', 'paused') then null else review_note end
        where id = $1`,
      [
        before.id,
        next.category.id,
        next.category.ids,
        next.slug,
        JSON.stringify(next.slugs),
        JSON.stringify(patch.title ?? before.title),
        JSON.stringify(patch.description ?? before.description),
        JSON.stringify(next.attributes),
        patch.images && JSON.stringify(patch.images),
        next.status,
        kept(patch.origin, before.origin),
        patch.video === undefined ? before.video : readVideoLink(patch.video ?? ''),
      ],
    )
    .catch(rethrowLostRace)
}

const languages = ({ title }: SellerProduct) => Object.keys(title).sort().join()

async function changeOf(tx: Tx, before: SellerProduct, after: SellerProduct, category: CategoryRow, shop: OwnShop) {
  const renamed = before.slug !== after.slug || JSON.stringify(before.slugs) !== JSON.stringify(after.slugs)
  const shown = before.status !== after.status || languages(before) !== languages(after)
  const moved = renamed || shown || before.category !== after.category
  const slugs = moved ? await everyAddress(tx, after.id) : []
  const categories = [...category.path, before.category]
  return { productId: after.id, slugs, ...(moved ? { categories, shop: shop.slug } : {}) }
}
