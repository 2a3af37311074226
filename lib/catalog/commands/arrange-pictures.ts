import type { Actor } from '@/lib/auth/schema'
import { forgetUploads } from '@/lib/files'
import { transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { Arrangement } from '../schema'
import type { ProductRefusal } from './create-product'
import { shopIdOf } from './shop-of'
import { changeProduct } from './update-product'

/**
 * Hangs a product's pictures as arranged, and says which variant shows which. What was laid beside the product and is
 * not among them is let go. Refuses as a change of the product does.
 */
export const arrangePictures = (
  productId: string,
  { images, variants }: Arrangement,
  actor: Actor,
): Promise<Result<{ slug: string }, ProductRefusal>> =>
  transact(async (tx) => {
    const shopId = shopIdOf(actor)
    if (shopId === null) return fail('not-found')
    const changed = await changeProduct(tx, productId, { images }, actor)
    if (!changed.ok) return changed
    const keys = changed.value.images.map(({ key }) => key)
    await tx.query(
      `update variant v set image = array_position($3::text[], w.key) - 1
         from unnest($1::text[], $2::text[]) as w(id, key)
        where v.id = w.id and v.product_id = $4 and w.key = any($3)`,
      [Object.keys(variants), Object.values(variants), keys, productId],
    )
    await forgetUploads(tx, productId, shopId)
    return ok({ slug: changed.value.slug })
  })
