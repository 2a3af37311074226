import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { readGtin } from '../gtin'
import type { ProductPatch, SellerProduct } from '../schema'
import type { ProductRefusal } from './create-product'
import { ambiguous } from './product-fields'
import type { OwnShop } from './shop-of'
import { ownSkus, usedSkus, type VariantWrite } from './write-variants'

type Patch = NonNullable<ProductPatch['variants']>[number]
type Existing = SellerProduct['variants'][number]

/** What a patch of variants means: matched by SKU as the seller or as the market writes it; new ones need a price. */
export async function mergeVariants(
  tx: Tx,
  shop: OwnShop,
  before: SellerProduct,
  patches: readonly Patch[],
): Promise<Result<VariantWrite[], ProductRefusal>> {
  const skus = await ownSkus(
    tx,
    shop,
    patches.map(({ sku }) => sku),
  )
  const known = new Map(before.variants.map((variant, position) => [variant.sku, { variant, position }]))
  const writes = patches.map((patch, at): VariantWrite | null => {
    const sku = skus.get(patch.sku) ?? patch.sku
    const old = known.get(sku)
    return merge(sku, patch, old?.variant, old?.position ?? before.variants.length + at)
  })
  if (writes.includes(null)) return fail('incomplete-variant')
  const whole = writes.filter((write) => write !== null)
  const used = await usedSkus(
    tx,
    shop,
    before.id,
    whole.map(({ sku }) => sku),
  )
  if (used.length > 0) return fail('sku-taken', { skus: used })
  const written = new Set(whole.map(({ sku }) => sku))
  const all = [...before.variants.filter(({ sku }) => !written.has(sku)), ...whole]
  return patches.length > 0 && ambiguous(all) ? fail('ambiguous-variants') : ok(whole)
}

function merge(sku: string, patch: Patch, old: Existing | undefined, position: number): VariantWrite | null {
  const price = patch.price ? Number(patch.price.amount) : old?.price.amount
  if (price === undefined) return null
  const was = patch.compareAtPrice === undefined ? old?.compareAtPrice?.amount : patch.compareAtPrice?.amount
  return {
    id: old?.id,
    sku,
    options: patch.options ?? old?.options ?? {},
    price,
    compareAt: was === undefined ? null : Number(was),
    stock: patch.stock ?? null,
    ikpu: patch.ikpu ?? old?.ikpu ?? null,
    gtin: patch.gtin === undefined ? (old?.gtin ?? null) : readGtin(patch.gtin ?? ''),
    position,
    image: 0,
    minOrder: patch.minOrder ?? old?.minOrder,
    multiple: patch.multiple ?? old?.multiple,
    tiers: patch.tiers ?? old?.tiers.map(({ from, price: each }) => ({ from, price: each.amount })),
    bundle: patch.bundle,
  }
}
