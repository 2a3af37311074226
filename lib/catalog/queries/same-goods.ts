import { sql, type Tx } from '@/lib/kernel/db'
import { gtinForms } from '../gtin'
import type { SameGoods } from '../schema'

/** Offers of other shops with the same GTIN: no refusal, but the seller should know whom buyers compare it with. */
export async function listSameGoods(
  product: { id: string; variants: readonly { sku: string; gtin: string | null }[] },
  tx: Tx = sql,
): Promise<SameGoods[]> {
  const own = product.variants.flatMap(({ sku, gtin }) =>
    gtin === null ? [] : gtinForms(gtin).map((form): [string, string] => [form, sku]),
  )
  if (own.length === 0) return []
  const skuOf = new Map(own)
  const { rows } = await tx.query<{ gtin: string; slug: string; title: SameGoods['title']; shop: string }>(
    `select v.gtin, p.slug, p.title, s.name as shop from variant v join product p on p.id = v.product_id
       join shop s on s.id = p.shop_id
      where v.gtin = any($1) and p.id <> $2 and p.status = 'active' and s.status = 'active'
      order by p.sold_count desc limit 10`,
    [[...skuOf.keys()], product.id],
  )
  return rows.map((row) => ({ ...row, sku: skuOf.get(row.gtin) ?? '' }))
}
