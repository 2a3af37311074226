import { pick } from '@/lib/format'
import { type Locale, locales, type Texts } from '@/lib/i18n'
import { prepared, sharing, type Tx, together } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { getShopById } from '@/lib/seller'
import type { Crumb, ProductAnswer, ProductPage, ProductStatus, ShopCard } from '../schema'
import { type Attributes, knownAttributes } from './attributes'
import { discountOf, type StoredImage, slugIn, toPicture, wasPrice } from './cards'
import { readReviews } from './read-reviews'
import { countProducts, toShopCard } from './read-shop-page'
import { axesOf, readVariants, toVariant } from './variants'

type Row = {
  id: string
  shop_id: string
  category_id: string
  slug: string
  slugs: Texts
  locales: Locale[]
  title: Texts
  description: Texts
  attributes: Record<string, unknown>
  images: StoredImage[]
  status: ProductStatus
  price: number
  compare_at: number | null
  currency: Currency
  in_stock: boolean
  rating: number
  rating_count: number
  sold_count: number
  brand: string | null
  origin: string | null
  video_url: string | null
  updated_at: Date
}

const columns = `p.id, p.shop_id, p.category_id, p.slug, p.slugs, p.locales, p.title, p.description, p.attributes,
  p.images, p.status, p.price, p.compare_at, p.currency, p.in_stock, p.rating, p.rating_count, p.sold_count,
  p.brand, p.origin, p.video_url, p.updated_at`

const crumbs = prepared(`select slug, name, path from category
  where slug = any((select path from category where id = $1)::text[]) order by cardinality(path)`)

async function readCrumbs(categoryId: string, locale: Locale, tx: Tx): Promise<Crumb[]> {
  const { rows } = await tx.query<{ slug: string; name: Texts; path: string[] }>(crumbs, [categoryId])
  return rows.map(({ slug, name, path }) => ({ slug, path, name: pick(name, locale) }))
}

const byAddress = prepared(
  `select ${columns} from product_slug a left join product p on p.id = a.product_id where a.slug = $1`,
)

/**
 * The whole product, or where its address leads now: each language has an address of its own and may lack the product.
 * Machines may use the address of any language (`any`): they name the language apart.
 */
export async function readProduct(slug: string, locale: Locale, by: 'own' | 'any' = 'own'): Promise<ProductAnswer> {
  // Before a connection is taken: they may need one of their own.
  const attributes = await knownAttributes()
  return sharing((tx) => readAt({ slug, locale, by }, attributes, tx))
}

type Asked = { slug: string; locale: Locale; by: 'own' | 'any' }

async function readAt({ slug, locale, by }: Asked, attributes: Attributes, tx: Tx): Promise<ProductAnswer> {
  const { rows } = await tx.query<Row | { id: null }>(byAddress, [slug])
  const row = rows[0]
  if (!row) return { kind: 'missing' }
  if (row.id === null) return { kind: 'gone', title: null }
  if (row.status === 'archived') return { kind: 'gone', title: pick(row.title, locale) }
  if (!shownStates.has(row.status) || !row.locales.includes(locale)) return { kind: 'missing' }
  const own = slugIn(row, locale)
  const there = own === slug || (by === 'any' && [row.slug, ...Object.values(row.slugs)].includes(slug))
  return there ? readWhole(row, locale, attributes, tx) : { kind: 'moved', slug: own }
}

const shownStates: ReadonlySet<string> = new Set<ProductPage['status']>(['active', 'paused'])

async function readShopOf(row: Row, locale: Locale, tx: Tx): Promise<ShopCard | undefined> {
  const [shop, counts] = await together([getShopById(row.shop_id, tx), countProducts([row.shop_id], locale, tx)])
  return shop?.status === 'active' ? toShopCard(shop, counts, locale) : undefined
}

async function readWhole(row: Row, locale: Locale, attributes: Attributes, tx: Tx): Promise<ProductAnswer> {
  const [variants, crumbs, card, reviews] = await together([
    readVariants(row.id, tx),
    readCrumbs(row.category_id, locale, tx),
    readShopOf(row, locale, tx),
    readReviews(row.id, 5, tx),
  ])
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
    status: row.status === 'paused' ? ('paused' as const) : ('active' as const),
    slug: slugIn(row, locale),
    slugs: { uz: slugIn(row, 'uz'), ru: slugIn(row, 'ru'), en: slugIn(row, 'en') },
    title: pick(row.title, locale),
    description: row.description[locale] ?? '',
    locales: locales.filter((each) => row.locales.includes(each)),
    brand: row.brand,
    origin: row.origin,
    video: row.video_url,
    price: money(row.price, row.currency),
    compareAt,
    discount: discountOf(row.price, compareAt),
    rating: row.rating,
    ratingCount: row.rating_count,
    soldCount: row.sold_count,
    inStock: row.in_stock && row.status === 'active',
    updatedAt: row.updated_at.toISOString(),
  }
}
