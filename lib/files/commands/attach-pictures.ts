import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { PictureState } from '../schema'

type Row = { key: string; ready: boolean; blur: string | null; widths: number[] }

/**
 * Pictures of a shop that a product uses from now on; they stay. One that is not ready will call for the product. A
 * foreign key is refused like one that never was.
 */
export async function attachPictures(
  tx: Tx,
  keys: readonly string[],
  { shopId, productId }: { shopId: string; productId: string },
): Promise<Result<Map<string, PictureState>, 'unknown-picture'>> {
  if (keys.length === 0) return ok(new Map())
  // The lock waits for whoever is making it ready, who then finds the product among those that wait.
  const { rows } = await tx.query<Row>(
    `update file set attached_at = coalesce(attached_at, now()),
            awaited_by = case when state = 'ready' or $3 = any(awaited_by) then awaited_by
                              else awaited_by || $3::text end
      where key = any($1) and owner = $2 and kind = 'picture'
      returning key, state = 'ready' as ready, blur, widths`,
    [keys, shopId, productId],
  )
  const missing = keys.find((key) => rows.every((row) => row.key !== key))
  if (missing !== undefined) return fail('unknown-picture', { key: missing })
  return ok(new Map(rows.map((row) => [row.key, { ...row, fetched: row.key.startsWith('p-') }])))
}

/** Photos of an order become those of one return or dispute; null: one of them is not there or already speaks elsewhere. */
export async function attachPhotos(
  tx: Tx,
  keys: readonly string[],
  { orderId, ref }: { orderId: string; ref: string },
): Promise<void> {
  await tx.query(
    `update file set place = $3, attached_at = now() where key = any($1) and owner = $2 and kind = 'photo'`,
    [keys, orderId, ref],
  )
}

/** What was laid beside a product is laid there no longer: what hangs stays, the rest goes with the sweep. */
export const forgetUploads = (tx: Tx, place: string, shopId: string) =>
  tx.query(`update file set place = null where place = $1 and owner = $2 and kind = 'picture'`, [place, shopId])
