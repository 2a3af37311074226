import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { OwnShop } from './shop-of'
import { sumUp, type WrittenVariant } from './write-variants'

type Part = { id: string; sku: string; bundle: boolean }

/** The shop's variants by SKU, as written or with the shop before it; locked, so that none becomes a bundle meanwhile. */
async function readParts(tx: Tx, shop: OwnShop, skus: readonly string[]): Promise<Map<string, Part>> {
  const { rows } = await tx.query<Part>(
    `select v.id, v.sku, v.bundle from variant v join product p on p.id = v.product_id
      where p.shop_id = $1 and v.sku = any($2) order by v.id for update of v`,
    [shop.id, skus.flatMap((sku) => [sku, `${shop.slug}-${sku}`])],
  )
  return new Map(rows.map((row) => [row.sku, row]))
}

const isPart = async (tx: Tx, variantId: string) =>
  (await tx.query('select from bundle_part where part_id = $1 limit 1', [variantId])).rows.length > 0

const partsOf = (variant: WrittenVariant, known: Map<string, Part>, shop: OwnShop) =>
  (variant.bundle ?? []).map(({ sku, quantity }) => ({
    sku,
    quantity,
    part: known.get(sku) ?? known.get(`${shop.slug}-${sku}`),
  }))

/**
 * Makes variants bundles of other goods of the shop, or plain goods again. `bad-bundle` names SKUs that are not there,
 * named twice, the bundle itself or bundles, for a bundle of bundles has no stock of its own to be counted by.
 */
export async function writeBundles(
  tx: Tx,
  shop: OwnShop,
  productId: string,
  variants: readonly WrittenVariant[],
): Promise<Result<true, 'bad-bundle'>> {
  const told = variants.filter(({ bundle }) => bundle !== undefined)
  if (told.length === 0) return ok(true)
  const known = await readParts(
    tx,
    shop,
    told.flatMap(({ sku, bundle }) => [sku, ...(bundle ?? []).map((part) => part.sku)]),
  )
  for (const variant of told) {
    const parts = partsOf(variant, known, shop)
    const ids = parts.map(({ part }) => part?.id)
    const bad = parts.filter(
      ({ part }, at) => !part || part.bundle || part.id === variant.id || ids.indexOf(part.id) !== at,
    )
    if (bad.length > 0) return fail('bad-bundle', { skus: bad.map(({ sku }) => sku) })
    if (parts.length > 0 && (await isPart(tx, variant.id))) return fail('bad-bundle', { skus: [variant.sku] })
    await putParts(
      tx,
      variant.id,
      parts.flatMap(({ part, quantity }) => (part ? [{ id: part.id, quantity }] : [])),
    )
    known.set(variant.sku, { id: variant.id, sku: variant.sku, bundle: parts.length > 0 })
  }
  await sumUp(tx, productId)
  return ok(true)
}

async function putParts(tx: Tx, variantId: string, parts: readonly { id: string; quantity: number }[]) {
  await tx.query('delete from bundle_part where bundle_id = $1', [variantId])
  await tx.query(
    `insert into bundle_part (bundle_id, part_id, quantity, position)
     select $1, p.id, p.quantity, p.n from unnest($2::text[], $3::int[]) with ordinality as p(id, quantity, n)`,
    [variantId, parts.map(({ id }) => id), parts.map(({ quantity }) => quantity)],
  )
  await tx.query('update variant set bundle = $2 where id = $1', [variantId, parts.length > 0])
}
