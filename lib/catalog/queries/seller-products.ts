import type { Actor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import { sql, type Tx } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { shopIdOf } from '../commands/shop-of'
import type { SellerProduct, SellerProductList } from '../schema'

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

const select = `
  select p.id, p.seq, p.slug, p.slugs, p.title, p.description, c.slug as category, p.attributes, p.images, p.status, p.price,
         p.brand, p.origin, p.video_url, p.review_note, p.updated_at, coalesce((
           select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'options', v.options, 'price', v.price,
                    'compareAt', v.compare_at, 'stock', coalesce(s.on_hand - s.reserved, 0),
                    'reserved', coalesce(s.reserved, 0), 'ikpu', v.ikpu, 'gtin', v.gtin) order by v.position, v.id)
             from variant v left join stock_item s on s.variant_id = v.id where v.product_id = p.id), '[]') as variants
    from product p join category c on c.id = p.category_id`

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
  variants: row.variants.map(({ compareAt, price, ...variant }) => ({
    ...variant,
    price: money(price, 'UZS'),
    compareAtPrice: compareAt === null ? null : money(compareAt, 'UZS'),
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

export type SellerFilter = {
  status?: SellerProduct['status'] | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** The shop's own products, the newest first, paged by key. */
export async function listSellerProducts(filter: SellerFilter, actor: Actor): Promise<SellerProductList> {
  const limit = Math.min(Math.max(filter.limit ?? 24, 1), 100)
  const before = filter.cursor !== undefined && /^\d{1,15}$/.test(filter.cursor) ? Number(filter.cursor) : null
  const { rows } = await sql.query<Row>(
    `${select} where p.shop_id = $1 and ($2::text is null or p.status = $2) and ($3::bigint is null or p.seq < $3)
      order by p.seq desc limit $4`,
    [shopIdOf(actor), filter.status ?? null, before, limit + 1],
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { items: page.map(toProduct), nextCursor: last ? String(last.seq) : null }
}
