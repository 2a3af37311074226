import type { Texts } from '@/lib/i18n'
import { prepared, type Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { entryInForce } from '@/lib/price'
import { type Tier, unitPrice } from '@/lib/price/schema'
import { commissionFor } from '@/lib/seller'
import type { DeliveryTerms } from '@/lib/seller/schema'
import type { BundlePart, GoodsLine, QuoteLine } from '../schema'
import { sellable } from './sellable'

type Row = {
  variant_id: string
  product_id: string
  product_slug: string
  shop_id: Id<'sho'>
  shop_slug: string
  shop_name: string
  courier_fee: number
  post_fee: number
  free_from: number | null
  category_ids: string[]
  sku: string
  title: Texts
  options: Record<string, string>
  image: string | null
  price: number
  currency: Currency
  available: number
  min_order: number
  multiple: number
  tiers: Tier[] | null
  parts: BundlePart[] | null
}

// The price in force follows from the lists' times: a job that is late makes no price wrong.
const select = prepared(`
  select v.id as variant_id, p.id as product_id, p.slug as product_slug, s.id as shop_id, s.slug as shop_slug,
         s.name as shop_name, s.courier_fee, s.post_fee, s.free_from, p.category_ids, v.sku, p.title, v.options,
         coalesce(p.images->v.image->>'key', p.images->0->>'key') as image,
         coalesce(e.price, v.regular_price, v.price) as price, v.currency, ${sellable('v', 'i')} as available,
         v.min_order, v.multiple, v.tiers, case when v.bundle then (
           select jsonb_agg(jsonb_build_object('variantId', b.part_id, 'sku', pv.sku, 'title', pp.title,
                    'options', pv.options, 'quantity', b.quantity) order by b.position, b.part_id)
             from bundle_part b join variant pv on pv.id = b.part_id join product pp on pp.id = pv.product_id
            where b.bundle_id = v.id) end as parts
    from variant v
    join product p on p.id = v.product_id and p.status = 'active'
    join shop s on s.id = p.shop_id and s.status = 'active'
    left join stock_item i on i.variant_id = v.id
    left join lateral ${entryInForce('v.id')} e on true
   where v.id = any($1)`)

type Wanted = readonly { variantId: string; quantity: number }[]

/** What the lines cost now, in the order asked; a variant that is not on sale is `not-found`. Never cached. */
export async function quoteGoods(tx: Tx, lines: Wanted): Promise<Result<GoodsLine[], 'not-found'>> {
  const { rows } = await tx.query<Row>(select, [[...new Set(lines.map((line) => line.variantId))]])
  const found = new Map(rows.map((row) => [row.variant_id, row]))
  const missing = lines.filter((line) => !found.has(line.variantId)).map((line) => line.variantId)
  if (missing.length > 0) return fail('not-found', { variantIds: missing })
  return ok(
    lines.flatMap(({ variantId, quantity }) => {
      const row = found.get(variantId)
      return row ? [toLine(row, quantity)] : []
    }),
  )
}

/** With the commission that holds now for each of them. */
export async function withCommission(tx: Tx, lines: readonly GoodsLine[]): Promise<QuoteLine[]> {
  const rules = await commissionFor(tx, lines)
  return lines.flatMap((line, at) => {
    const commissionRule = rules[at]
    return commissionRule ? [{ ...line, commissionRule }] : []
  })
}

const termsOf = ({ courier_fee, post_fee, free_from }: Row): DeliveryTerms => ({
  courierFee: money(courier_fee, 'UZS'),
  postFee: money(post_fee, 'UZS'),
  freeFrom: free_from === null ? null : money(free_from, 'UZS'),
})

const toLine = (row: Row, quantity: number): GoodsLine => ({
  variantId: row.variant_id,
  productId: row.product_id,
  productSlug: row.product_slug,
  shopId: row.shop_id,
  shopSlug: row.shop_slug,
  shopName: row.shop_name,
  terms: termsOf(row),
  categoryIds: row.category_ids,
  sku: row.sku,
  title: row.title,
  options: row.options,
  image: row.image,
  single: money(row.price, row.currency),
  price: money(unitPrice(row.price, row.tiers ?? [], quantity), row.currency),
  tiers: row.tiers ?? [],
  minOrder: row.min_order,
  multiple: row.multiple,
  parts: row.parts,
  available: row.available,
  quantity,
})
