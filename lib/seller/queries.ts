import type { Texts } from '@/lib/i18n'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { money } from '@/lib/kernel/money'
import type { Shop } from './schema'

type ShopRow = {
  id: Id<'sho'>
  slug: string
  name: string
  description: Texts
  status: 'active' | 'paused'
  trusted: boolean
  rating: number
  rating_count: number
  on_time: number
  region_code: number
  since: number
  courier_fee: number
  post_fee: number
  free_from: number | null
  handling_days: number
}

const columns = `id, slug, name, description, status, trusted, rating, rating_count, on_time, region_code, since,
  courier_fee, post_fee, free_from, handling_days`

const toShop = (row: ShopRow): Shop => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  status: row.status,
  trusted: row.trusted,
  rating: row.rating,
  ratingCount: row.rating_count,
  onTime: row.on_time,
  regionCode: row.region_code,
  since: row.since,
  handlingDays: row.handling_days,
  courierFee: money(row.courier_fee, 'UZS'),
  postFee: money(row.post_fee, 'UZS'),
  freeFrom: row.free_from === null ? null : money(row.free_from, 'UZS'),
})

export async function getShop(slug: string, tx: Tx = sql): Promise<Shop | null> {
  const { rows } = await tx.query<ShopRow>(`select ${columns} from shop where slug = $1`, [slug])
  return rows[0] ? toShop(rows[0]) : null
}

export async function getShopById(id: string, tx: Tx = sql): Promise<Shop | null> {
  return (await getShopsById(tx, [id])).get(id) ?? null
}

const byIds = prepared(`select ${columns} from shop where id = any($1)`)

export async function getShopsById(tx: Tx, ids: readonly string[]): Promise<Map<string, Shop>> {
  const { rows } = await tx.query<ShopRow>(byIds, [[...new Set(ids)]])
  return new Map(rows.map((row) => [row.id, toShop(row)]))
}

/** Shops that sell, the most reviewed first. */
export async function listShops(limit = 100, tx: Tx = sql): Promise<Shop[]> {
  const { rows } = await tx.query<ShopRow>(
    `select ${columns} from shop where status = 'active' order by rating_count desc, slug limit $1`,
    [limit],
  )
  return rows.map(toShop)
}
