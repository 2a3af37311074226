import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import { getShop, listShops } from '@/lib/seller'
import type { Shop } from '@/lib/seller/schema'
import type { ShopCard, ShopPage } from '../schema'
import { pagesOf, readPageOf } from './read-page-of'

const counts = prepared(`select subject as shop_id, sum(n)::bigint as count from product_tally
  where subject = any($1) and locale = $2 group by 1`)

export async function countProducts(
  shopIds: readonly string[],
  locale: Locale,
  tx: Tx = sql,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ shop_id: string; count: number }>(counts, [shopIds, locale])
  return new Map(rows.map((row) => [row.shop_id, Number(row.count)]))
}

export const toShopCard = (shop: Shop, counts: ReadonlyMap<string, number>, locale: Locale): ShopCard => ({
  id: shop.id,
  slug: shop.slug,
  name: shop.name,
  description: pick(shop.description, locale),
  rating: shop.rating,
  ratingCount: shop.ratingCount,
  onTime: shop.onTime,
  since: shop.since,
  regionCode: shop.regionCode,
  handlingDays: shop.handlingDays,
  courierFee: shop.courierFee,
  postFee: shop.postFee,
  freeFrom: shop.freeFrom,
  productCount: counts.get(shop.id) ?? 0,
})

/** Cards of shops, with how much each sells, in the order given. */
export async function toShopCards(shops: readonly Shop[], locale: Locale): Promise<ShopCard[]> {
  const counts = await countProducts(
    shops.map((shop) => shop.id),
    locale,
  )
  return shops.map((shop) => toShopCard(shop, counts, locale))
}

export async function readShopCard(slug: string, locale: Locale): Promise<ShopCard | null> {
  const shop = await getShop(slug)
  if (shop === null || shop.status !== 'active') return null
  return (await toShopCards([shop], locale))[0] ?? null
}

export const readShops = async (limit: number, locale: Locale): Promise<ShopCard[]> =>
  toShopCards(await listShops(limit), locale)

const MOST_CATEGORIES = 12

const categoriesOf = prepared(`
  select c.slug, c.name, n.count::int as count
    from (select category_id, sum(n)::bigint as count from shop_tally where shop_id = $1 and locale = $2
           group by 1 having sum(n) > 0) n
    join category c on c.id = n.category_id order by n.count desc, c.slug limit ${MOST_CATEGORIES}`)

async function readShopCategories(shopId: string, locale: Locale): Promise<ShopPage['categories']> {
  const { rows } = await sql.query<{ slug: string; name: Texts; count: number }>(categoriesOf, [shopId, locale])
  return rows.map(({ slug, name, count }) => ({ slug, name: pick(name, locale), count }))
}

export async function readShopPage(slug: string, page: number, locale: Locale): Promise<ShopPage | null> {
  const shop = await readShopCard(slug, locale)
  if (shop === null) return null
  const pages = pagesOf(shop.productCount)
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  const [items, categories] = await Promise.all([
    readPageOf('p.shop_id = $1', shop.id, page, locale),
    readShopCategories(shop.id, locale),
  ])
  return { shop, items, categories, total: shop.productCount, page, pages }
}
