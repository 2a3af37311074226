import { sql, type Tx } from '@/lib/kernel/db'
import type { PictureState } from '../schema'

const columns = `key, state = 'ready' as ready, blur, widths, key like 'p-%' as fetched`

/** Those of a shop among the keys. */
export async function readPictures(keys: readonly string[], shopId: string, tx: Tx = sql): Promise<PictureState[]> {
  const { rows } = await tx.query<PictureState>(
    `select ${columns} from file where key = any($1) and owner = $2 and kind = 'picture'`,
    [keys, shopId],
  )
  return rows
}

/** What a shop uploaded for a product, the first first. */
export async function listUploads(productId: string, shopId: string): Promise<PictureState[]> {
  const { rows } = await sql.query<PictureState>(
    `select ${columns} from file where place = $1 and owner = $2 and kind = 'picture' order by created_at, key limit 50`,
    [productId, shopId],
  )
  return rows
}

export type Photo = { owner: string; place: string | null }

/** Which order and which return or dispute a photo belongs to. */
export async function findPhoto(key: string): Promise<Photo | null> {
  const { rows } = await sql.query<Photo>(`select owner, place from file where key = $1 and kind = 'photo'`, [key])
  return rows[0] ?? null
}

/** Are all of these photos of that order and not yet part of anything? */
export async function areFreePhotos(keys: readonly string[], orderId: string): Promise<boolean> {
  const { rows } = await sql.query<{ count: number }>(
    `select count(*)::int as count from file
      where key = any($1) and owner = $2 and kind = 'photo' and attached_at is null`,
    [keys, orderId],
  )
  return rows[0]?.count === new Set(keys).size
}
