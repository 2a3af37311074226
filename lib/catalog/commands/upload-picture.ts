import type { Actor } from '@/lib/auth/schema'
import { type Kept, keepImage } from '@/lib/files'
import type { Upload, UploadRefusal } from '@/lib/files/schema'
import { sql } from '@/lib/kernel/db'
import { fail, type Result } from '@/lib/kernel/result'
import { shopIdOf } from './shop-of'

/** In an hour, of a shop's people at their desk; programs are counted by their key. */
const BY_HAND = 300

/**
 * A picture of the actor's shop; with a product it is laid beside that one until somebody puts it in its place. A
 * foreign product is `not-found`.
 */
export async function uploadPicture(
  upload: Upload,
  actor: Actor,
  productId?: string,
): Promise<Result<Kept, UploadRefusal | 'not-found'>> {
  const owner = shopIdOf(actor)
  if (owner === null) return fail('not-found')
  if (productId !== undefined) {
    const own = await sql.query('select from product where id = $1 and shop_id = $2', [productId, owner])
    if (own.rowCount === 0) return fail('not-found')
  }
  return keepImage({ upload, prefix: 'u', owner, place: productId, limit: actor.kind === 'shop' ? undefined : BY_HAND })
}
