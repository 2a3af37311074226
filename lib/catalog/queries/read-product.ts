import { pick } from '@/lib/format'
import { type Locale, locales, type Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { getShopById } from '@/lib/seller'
import type { Crumb, ProductAnswer, ProductPage } from '../schema'
import { readAttributes } from './attributes'
import { discountOf, type StoredImage, toPicture, wasPrice } from './cards'
import { readReviews } from './read-reviews'
import { toShopCards } from './read-shop-page'
import { axesOf, readVariants, toVariant } from './variants'

type Row = {
  id: string
  shop_id: string
  category_id: string
  slug: string
  title: Texts
  description: Texts
  attributes: Record<string, unknown>
  images: StoredImage[]
  status: string
  price: number
  compare_at: number | null
  currency: Currency
  in_stock: boolean
  rating: number
  rating_count: number
  sold_count: number
  updated_at: Date
}

const columns = `id, shop_id, category_id, slug, title, description, attributes, images, status, price, compare_at,
  currency, in_stock, rating, rating_count, sold_count, updated_at`

/** Where an address that no product on sale has leads: to the new one, to a grave, or nowhere. */
async function readFormer(slug: string): Promise<ProductAnswer> {
  const { rows } = await sql.query<{ slug: string | null }>(
    `select p.slug from slug_redirect r left join product p on p.id = r.product_id and p.status = 'active'
      where r.slug = $1`,
    [slug],
  )
  const former = rows[0]
  if (!former) return { kind: 'missing' }
  return former.slug === null ? { kind: 'gone', title: null } : { kind: 'moved', slug: former.slug }
}

async function readCrumbs(categoryId: string, locale: Locale): Promise<Crumb[]> {
  const { rows } = await sql.query<{ slug: string; name: Texts; path: string[] }>(
    `select slug, name, path from category
      where slug = any((select path from category where id = $1)::text[]) order by cardinality(path)`,
    [categoryId],
  )
  return rows.map(({ slug, name, path }) => ({ slug, path, name: pick(name, locale) }))
}

/** The whole product, or where its address leads now. */
export async function readProduct(slug: string, locale: Locale): Promise<ProductAnswer> {
  const { rows } = await sql.query<Row>(`select ${columns} from product where slug = $1`, [slug])
  const row = rows[0]
  if (!row) return readFormer(slug)
  if (row.status === 'archived') return { kind: 'gone', title: pick(row.title, locale) }
  return row.status === 'active' ? readWhole(row, locale) : { kind: 'missing' }
}

async function readWhole(row: Row, locale: Locale): Promise<ProductAnswer> {
  const [attributes, variants, crumbs, shop, reviews] = await Promise.all([
    readAttributes(),
    readVariants(row.id),
    readCrumbs(row.category_id, locale),
    getShopById(row.shop_id),
    readReviews(row.id, 5),
  ])
  const card = shop?.status === 'active' ? (await toShopCards([shop], locale))[0] : undefined
  if (!card) return { kind: 'missing' }
  const title = pick(row.title, locale)
  const specifications = Object.entries(row.attributes)
    .sort(([a], [b]) => attributes.position(a) - attributes.position(b))
    .map(([code, value]) => ({
      code,
      label: attributes.label(code, locale),
      value: attributes.value(code, value, locale),
    }))
  const product: ProductPage = {
    ...headOf(row, locale),
    images: row.images.map((image) => toPicture(image, title, locale)),
    variants: variants.map((variant) => toVariant(variant, attributes, locale)),
    axes: axesOf(variants, attributes, locale),
    attributes: specifications,
    crumbs,
    shop: card,
    ...reviews,
  }
  return { kind: 'product', product }
}

function headOf(row: Row, locale: Locale) {
  const compareAt = wasPrice(row.price, row.compare_at, row.currency)
  return {
    id: row.id,
    slug: row.slug,
    title: pick(row.title, locale),
    description: pick(row.description, locale),
    locales: locales.filter((each) => row.title[each] && row.description[each]),
    price: money(row.price, row.currency),
    compareAt,
    discount: discountOf(row.price, compareAt),
    rating: row.rating,
    ratingCount: row.rating_count,
    soldCount: row.sold_count,
    inStock: row.in_stock,
    updatedAt: row.updated_at.toISOString(),
  }
}
