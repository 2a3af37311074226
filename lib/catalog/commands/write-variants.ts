import type { Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import type { Tier } from '@/lib/price/schema'
import { sellable } from '../queries/sellable'
import type { OwnShop } from './shop-of'
import { showBundles } from './stock'

export type VariantWrite = {
  /** Of a variant that is there; a new one gets its id here. */
  id?: string | undefined
  sku: string
  options: Record<string, string>
  price: number
  compareAt: number | null
  stock: number | null
  ikpu: string | null
  gtin: string | null
  position: number
  image: number
  /** What its discount is measured by; set by `judgePrices`. */
  reference?: number | null | undefined
  /** Undefined: as it was, or none. */
  minOrder?: number | undefined
  multiple?: number | undefined
  tiers?: readonly Tier[] | undefined
  bundle?: BundleInput | undefined
}

/** Parts by SKU; null: no bundle any more. */
export type BundleInput = readonly { sku: string; quantity: number }[] | null
export type WrittenVariant = VariantWrite & { id: string }

/** A code of another shop's goods is taken: ours gets the shop before it. */
export async function ownSkus(tx: Tx, shop: OwnShop, skus: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ sku: string }>(
    `select v.sku from variant v join product p on p.id = v.product_id where v.sku = any($1) and p.shop_id <> $2`,
    [skus, shop.id],
  )
  const taken = new Set(rows.map((row) => row.sku))
  return new Map(skus.map((sku) => [sku, taken.has(sku) ? `${shop.slug}-${sku}` : sku]))
}

/** Which of the codes the shop already uses on its other goods. */
export async function usedSkus(tx: Tx, shop: OwnShop, productId: string, skus: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ sku: string }>(
    `select v.sku from variant v join product p on p.id = v.product_id
      where v.sku = any($1) and p.shop_id = $2 and p.id <> $3`,
    [skus, shop.id, productId],
  )
  return rows.map((row) => row.sku)
}

// While a list's price is in force, the shop's own waits beside it.
const ownPrices = ['price', 'compare_at', 'reference']
  .map((name) => `${name} = case when variant.regular_price is null then excluded.${name} else variant.${name} end`)
  .concat(
    'regular_compare_at = case when variant.regular_price is null then null else excluded.compare_at end',
    'regular_price = case when variant.regular_price is null then null else excluded.price end',
  )
  .join(', ')

/** Inserts or overwrites variants, sets the sellable quantity where one is given, then sums the product up. */
export async function writeVariants(
  tx: Tx,
  productId: string,
  variants: readonly VariantWrite[],
): Promise<WrittenVariant[]> {
  return putVariants(
    tx,
    variants.map((variant) => ({ ...variant, productId })),
  )
}

/** The same of many products. */
export async function putVariants<Write extends VariantWrite & { productId: string }>(
  tx: Tx,
  variants: readonly Write[],
): Promise<(Write & { id: string })[]> {
  const rows = variants.map((variant) => ({ ...variant, id: variant.id ?? newId('var') }))
  await tx.query(
    `insert into variant (id, product_id, sku, options, price, compare_at, position, ikpu, gtin, image, reference, min_order,
                          multiple, tiers)
     select v.id, v."productId", v.sku, v.options, v.price, v."compareAt", v.position, v.ikpu, v.gtin, v.image, v.reference,
            coalesce(v."minOrder", 1), coalesce(v.multiple, 1), nullif(v.tiers, '[]')
       from jsonb_to_recordset($1::jsonb) as v(id text, "productId" text, sku text, options jsonb, price bigint, "compareAt" bigint,
                                               position int, ikpu text, gtin text, image int, reference bigint, "minOrder" int,
                                               multiple int, tiers jsonb)
     on conflict (id) do update set options = excluded.options, ikpu = excluded.ikpu, gtin = excluded.gtin, min_order = excluded.min_order,
       multiple = excluded.multiple, tiers = excluded.tiers, ${ownPrices}`,
    [JSON.stringify(rows)],
  )
  await writeStock(
    tx,
    rows.map(({ id, stock }) => ({ variantId: id, quantity: stock })),
  )
  await sumUpAll(tx, [...new Set(rows.map((row) => row.productId))])
  return rows
}

/** `quantity` is what can be sold: what orders hold comes on top. Null leaves it, and starts at nothing. */
export async function writeStock(
  tx: Tx,
  lines: readonly { variantId: string; quantity: number | null }[],
): Promise<void> {
  const ordered = [...lines].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
  await tx.query(
    `insert into stock_item (variant_id, on_hand)
     select id, coalesce(quantity, 0) from unnest($1::text[], $2::int[]) with ordinality as w(id, quantity, n)
      order by n
     on conflict (variant_id) do update set on_hand = excluded.on_hand + stock_item.reserved
      where excluded.variant_id = any($3)`,
    [
      ordered.map((line) => line.variantId),
      ordered.map((line) => line.quantity),
      ordered.filter((line) => line.quantity !== null).map((line) => line.variantId),
    ],
  )
  await showBundles(
    tx,
    ordered.filter((line) => line.quantity !== null).map((line) => line.variantId),
  )
}

/** A product's price is its lowest variant's, its flag whether any can be sold. What says so since just now stays. */
const sumUpAll = (tx: Tx, productIds: readonly string[]) =>
  tx.query(
    `update product p set price = f.price, compare_at = f.compare_at, in_stock = f.in_stock, updated_at = now()
       from (select v.product_id, (array_agg(v.price order by v.price, v.position))[1] as price,
                    (array_agg(v.compare_at order by v.price, v.position))[1] as compare_at,
                    coalesce(bool_or(${sellable()} > 0), false) as in_stock
               from variant v left join stock_item s on s.variant_id = v.id where v.product_id = any($1)
              group by v.product_id) f
      where p.id = f.product_id and (p.updated_at < now()::timestamptz(3)
        or (p.price, p.compare_at, p.in_stock) is distinct from (f.price, f.compare_at, f.in_stock))`,
    [productIds],
  )

export const sumUp = (tx: Tx, productId: string) => sumUpAll(tx, [productId])
