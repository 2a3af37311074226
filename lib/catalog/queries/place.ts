import { prepared, sql } from '@/lib/kernel/db'
import type { ListFilter } from '../schema'

/** Where a list looks: ids instead of slugs, so that the planner knows how many goods there are. */
export type Place = { category: { id: string; leaf: boolean } | null; shop: string | null }

export const everywhere: Place = { category: null, shop: null }

const read = prepared(`
  select (select jsonb_build_object('id', c.id, 'leaf', not exists (select from category b where b.parent_id = c.id))
            from category c where c.slug = $1) as category,
         (select id from shop where slug = $2) as shop`)

/** Null: there is no such category or shop, and so nothing in it. */
export async function placeOf({ category, shop }: ListFilter): Promise<Place | null> {
  if (category === undefined && shop === undefined) return everywhere
  const { rows } = await sql.query<Place>(read, [category ?? null, shop ?? null])
  const found = rows[0] ?? everywhere
  const unknown = (category !== undefined && !found.category) || (shop !== undefined && !found.shop)
  return unknown ? null : found
}
