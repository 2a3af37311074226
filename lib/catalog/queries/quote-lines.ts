import type { Texts } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { commissionFor } from '@/lib/seller'
import type { CommissionRule } from '@/lib/seller/schema'
import type { QuoteLine } from '../schema'

type Row = {
  variant_id: string
  product_id: string
  product_slug: string
  shop_id: string
  shop_slug: string
  shop_name: string
  category_ids: string[]
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  price: number
  currency: Currency
  available: number
}

const select = `
  select v.id as variant_id, p.id as product_id, p.slug as product_slug, s.id as shop_id, s.slug as shop_slug,
         s.name as shop_name, p.category_ids, v.sku, p.title, v.options,
         coalesce(p.images->v.image->>'key', p.images->0->>'key') as image,
         v.price, v.currency, greatest(0, coalesce(i.on_hand - i.reserved, 0)) as available
    from variant v
    join product p on p.id = v.product_id and p.status = 'active'
    join shop s on s.id = p.shop_id and s.status = 'active'
    left join stock_item i on i.variant_id = v.id
   where v.id = any($1)`

/** What the lines cost now, in the order asked; a variant that is not on sale is `not-found`. Never cached. */
export async function quoteLines(
  tx: Tx,
  lines: readonly { variantId: string; quantity: number }[],
): Promise<Result<QuoteLine[], 'not-found'>> {
  const { rows } = await tx.query<Row>(select, [[...new Set(lines.map((line) => line.variantId))]])
  const found = new Map(rows.map((row) => [row.variant_id, row]))
  const missing = lines.filter((line) => !found.has(line.variantId)).map((line) => line.variantId)
  if (missing.length > 0) return fail('not-found', { variantIds: missing })
  const rules = await commissionFor(
    tx,
    rows.map((row) => ({ shopId: row.shop_id, categoryIds: row.category_ids })),
  )
  const ruleOf = new Map(rows.map((row, index) => [row.variant_id, rules[index]]))
  return ok(
    lines.flatMap(({ variantId, quantity }) => {
      const row = found.get(variantId)
      const rule = ruleOf.get(variantId)
      return row && rule ? [toLine(row, quantity, rule)] : []
    }),
  )
}

const toLine = (row: Row, quantity: number, commissionRule: CommissionRule): QuoteLine => ({
  variantId: row.variant_id,
  productId: row.product_id,
  productSlug: row.product_slug,
  shopId: row.shop_id,
  shopSlug: row.shop_slug,
  shopName: row.shop_name,
  sku: row.sku,
  title: row.title,
  options: row.options,
  image: row.image,
  price: money(row.price, row.currency),
  commissionRule,
  available: row.available,
  quantity,
})
