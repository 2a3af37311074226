import { sql } from '@/lib/kernel/db'
import { ownerKey } from './owner'
import { mostSaved, type SavedOwner } from './schema'

/** Ids of products, the newest first. */
export async function listSaved(owner: SavedOwner | null): Promise<string[]> {
  if (owner === null) return []
  const { rows } = await sql.query<{ product_id: string }>(
    `select product_id from saved_product where owner = $1 order by created_at desc, product_id limit ${mostSaved}`,
    [ownerKey(owner)],
  )
  return rows.map((row) => row.product_id)
}
