import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { getShop, listShops } from '@/lib/seller'
import type { Shop } from '@/lib/seller/schema'
import type { ShopCard, ShopPage } from '../schema'
import { pagesOf, readPageOf } from './read-page-of'

async function countProducts(shopIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ shop_id: string; count: number }>(
    `select shop_id, count(*) from product where status = 'active' and shop_id = any($1) group by 1`,
    [shopIds],
  )
  return new Map(rows.map((row) => [row.shop_id, Number(row.count)]))
}

/** Cards of shops, with how much each sells, in the order given. */
export async function toShopCards(shops: readonly Shop[], locale: Locale): Promise<ShopCard[]> {
  const counts = await countProducts(shops.map((shop) => shop.id))
  return shops.map((shop) => ({
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
  }))
}

export async function readShopCard(slug: string, locale: Locale): Promise<ShopCard | null> {
  const shop = await getShop(slug)
  if (shop === null || shop.status !== 'active') return null
  return (await toShopCards([shop], locale))[0] ?? null
}

export const readShops = async (limit: number, locale: Locale): Promise<ShopCard[]> =>
  toShopCards(await listShops(limit), locale)

export async function readShopPage(slug: string, page: number, locale: Locale): Promise<ShopPage | null> {
  const shop = await readShopCard(slug, locale)
  if (shop === null) return null
  const pages = pagesOf(shop.productCount)
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  const items = await readPageOf('p.shop_id = $1', shop.id, page, locale)
  return { shop, items, total: shop.productCount, page, pages }
}
