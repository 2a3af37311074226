import type { Actor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import { sql, type Tx } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { Tier } from '@/lib/price/schema'
import { words } from '@/lib/search'
import { shopIdOf } from '../commands/shop-of'
import { type GoodsFilter, LOW_STOCK, type SellerProduct, type SellerProductList, type StockState } from '../schema'
import { sellable } from './sellable'

type VariantJson = {
  id: string
  sku: string
  options: Record<string, string>
  price: number
  compareAt: number | null
  stock: number
  reserved: number
  ikpu: string | null
  gtin: string | null
  now: { price: number; compareAt: number | null } | null
  minOrder: number
  multiple: number
  tiers: Tier[]
  bundle: { sku: string; quantity: number }[] | null
}
type Row = {
  id: string
  seq: number
  slug: string
  slugs: Texts
  title: Texts
  description: Texts
  category: string
  attributes: SellerProduct['attributes']
  images: SellerProduct['images']
  status: SellerProduct['status']
  price: number
  brand: string | null
  origin: string | null
  video_url: string | null
  review_note: string | null
  variants: VariantJson[]
  updated_at: Date
}

// The shop's own price; what a list makes of it for a time stands beside it.
const terms = `'price', coalesce(v.regular_price, v.price),
  'compareAt', case when v.regular_price is null then v.compare_at else v.regular_compare_at end,
  'now', case when v.regular_price is not null then
           jsonb_build_object('price', v.price, 'compareAt', v.compare_at) end,
  'minOrder', v.min_order, 'multiple', v.multiple, 'tiers', coalesce(v.tiers, '[]'),
  'bundle', case when v.bundle then (
     select jsonb_agg(jsonb_build_object('sku', pv.sku, 'quantity', b.quantity) order by b.position, b.part_id)
       from bundle_part b join variant pv on pv.id = b.part_id where b.bundle_id = v.id) end`

const select = `
  select p.id, p.seq, p.slug, p.slugs, p.title, p.description, c.slug as category, p.attributes, p.images, p.status, p.price,
         p.brand, p.origin, p.video_url, p.review_note, p.updated_at, coalesce((
           select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'options', v.options, ${terms}, 'stock', ${sellable()},
                    'reserved', coalesce(s.reserved, 0), 'ikpu', v.ikpu, 'gtin', v.gtin) order by v.position, v.id)
             from variant v left join stock_item s on s.variant_id = v.id where v.product_id = p.id), '[]') as variants
    from product p join category c on c.id = p.category_id`

const sumOrNull = (amount: number | null) => (amount === null ? null : money(amount, 'UZS'))

const toProduct = (row: Row): SellerProduct => ({
  id: row.id,
  slug: row.slug,
  slugs: row.slugs,
  title: row.title,
  description: row.description,
  category: row.category,
  attributes: row.attributes,
  images: row.images.map(({ key, alt }) => ({ key, ...(alt ? { alt } : {}) })),
  status: row.status,
  price: money(row.price, 'UZS'),
  variants: row.variants.map(({ compareAt, price, now, tiers, ...variant }) => ({
    ...variant,
    price: money(price, 'UZS'),
    compareAtPrice: sumOrNull(compareAt),
    inForce: now && { price: money(now.price, 'UZS'), compareAtPrice: sumOrNull(now.compareAt) },
    tiers: tiers.map((tier) => ({ from: tier.from, price: money(tier.price, 'UZS') })),
  })),
  brand: row.brand,
  origin: row.origin,
  video: row.video_url,
  reviewNote: row.review_note,
  updatedAt: row.updated_at.toISOString(),
})

/** Null for a product that is not there or is somebody else's: nobody can tell which. */
export async function getSellerProduct(id: string, actor: Actor, tx: Tx = sql): Promise<SellerProduct | null> {
  const { rows } = await tx.query<Row>(`${select} where p.id = $1 and p.shop_id = $2`, [id, shopIdOf(actor)])
  return rows[0] ? toProduct(rows[0]) : null
}

/** Those of them that are the actor's shop's own. */
export async function getSellerProducts(ids: readonly string[], actor: Actor, tx: Tx = sql): Promise<SellerProduct[]> {
  const { rows } = await tx.query<Row>(`${select} where p.id = any($1) and p.shop_id = $2`, [ids, shopIdOf(actor)])
  return rows.map(toProduct)
}

type SellerFilter = GoodsFilter & { cursor?: string | undefined; limit?: number | undefined }

const stockSql: Record<StockState, string> = {
  low: `exists (select from variant v left join stock_item s on s.variant_id = v.id
                 where v.product_id = p.id and ${sellable()} <= ${LOW_STOCK})`,
  out: `exists (select from variant v left join stock_item s on s.variant_id = v.id
                 where v.product_id = p.id and ${sellable()} = 0)`,
  in: 'p.in_stock',
}

const within = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

// Titles are kept folded for search: the same words are found here in any script.
const wordsSql = `(exists (select from search_document d where d.product_id = p.id and d.title like all($5::text[]))
   or exists (select from variant v where v.product_id = p.id and v.sku ilike $6))`

/** The shop's own products, the newest first, paged by key. */
export async function listSellerProducts(filter: SellerFilter, actor: Actor): Promise<SellerProductList> {
  const limit = Math.min(Math.max(filter.limit ?? 24, 1), 100)
  const before = filter.cursor !== undefined && /^\d{1,15}$/.test(filter.cursor) ? Number(filter.cursor) : null
  const asked = words(filter.q ?? '').map(within)
  const { rows } = await sql.query<Row>(
    `${select} where p.shop_id = $1 and ($2::text is null or p.status = $2) and ($3::bigint is null or p.seq < $3)
        and ($7::text is null or (select id from category where slug = $7) = any(p.category_ids))
        and ${filter.stock === undefined ? 'true' : stockSql[filter.stock]}
        and ($6::text is null or ${wordsSql})
      order by p.seq desc limit $4`,
    [
      shopIdOf(actor),
      filter.status ?? null,
      before,
      limit + 1,
      asked.length === 0 ? ['='] : asked,
      filter.q === undefined ? null : within(filter.q),
      filter.category ?? null,
    ],
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items: page.map(toProduct), nextCursor: last ? String(last.seq) : null }
}
