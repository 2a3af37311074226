import type { Actor } from '@/lib/auth/schema'
import { type Tx, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { StockInput } from '../schema'
import { announce } from './announce'
import { type OwnShop, readOwnShop } from './shop-of'
import { sumUp, writeStock } from './write-variants'

type Row = { sku: string; variant_id: string; product_id: string; slug: string; bundle: boolean }
export type StockRefusal = 'not-found' | 'bundle-stock'
export type StockAnswer = { sku: string; variantId: string; quantity: number }[]

/** Sets what can be sold now. One foreign or unknown SKU refuses the whole call: `not-found` names it, `bundle-stock` a bundle. */
export const putStock = (input: StockInput, actor: Actor): Promise<Result<StockAnswer, StockRefusal>> =>
  transact((tx) => setStock(tx, input, actor))

/** The same inside the caller's transaction. */
export async function setStock(tx: Tx, input: StockInput, actor: Actor): Promise<Result<StockAnswer, StockRefusal>> {
  const shop = await readOwnShop(tx, actor)
  if (shop === null) return fail('not-found')
  const own = await readOwn(
    tx,
    shop,
    input.map(({ sku }) => sku),
  )
  const variantOf = (sku: string) => own.get(sku) ?? own.get(`${shop.slug}-${sku}`)
  const lines = input.map(({ sku, quantity }) => ({ sku, quantity, row: variantOf(sku) }))
  const unknown = lines.filter(({ row }) => row === undefined).map(({ sku }) => sku)
  if (unknown.length > 0) return fail('not-found', { skus: unknown })
  const bundles = lines.filter(({ row }) => row?.bundle).map(({ sku }) => sku)
  if (bundles.length > 0) return fail('bundle-stock', { skus: bundles })
  // The last word on a SKU that comes twice is the later one.
  const last = new Map(
    lines.flatMap(({ row, quantity }) => (row ? [[row.variant_id, { row, quantity }] as const] : [])),
  )
  await writeStock(
    tx,
    [...last].map(([variantId, { quantity }]) => ({ variantId, quantity })),
  )
  const products = new Map([...last.values()].map(({ row }) => [row.product_id, row.slug]))
  for (const [productId, slug] of [...products].sort()) {
    await sumUp(tx, productId)
    await announce(tx, { productId, slugs: [slug] }, actor)
  }
  return ok([...last].map(([variantId, { row, quantity }]) => ({ sku: row.sku, variantId, quantity })))
}

async function readOwn(tx: Tx, shop: OwnShop, skus: readonly string[]): Promise<Map<string, Row>> {
  const { rows } = await tx.query<Row>(
    `select v.sku, v.id as variant_id, v.bundle, p.id as product_id, p.slug
       from variant v join product p on p.id = v.product_id where p.shop_id = $1 and v.sku = any($2)`,
    [shop.id, skus.flatMap((sku) => [sku, `${shop.slug}-${sku}`])],
  )
  return new Map(rows.map((row) => [row.sku, row]))
}
