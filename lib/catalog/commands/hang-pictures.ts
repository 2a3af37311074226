import type { Actor } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { getSellerProduct } from '../queries/seller-products'
import { changeProduct } from './update-product'

// Drawn by us, or fetched by an earlier import: nobody's choice, so a better one may take its place.
const replaceable = /^(?:[a-z]+-\d{1,2}p\d-(?:front|detail|scene|cut)|p-[0-9a-f]{32})$/

/** Pictures that came with a file; a gallery that somebody has chosen stays as it is. */
export const hangPictures = (
  productId: string,
  keys: readonly string[],
  actor: Actor,
): Promise<Result<'hung' | 'kept', 'not-found'>> =>
  transact(async (tx) => {
    const product = await getSellerProduct(productId, actor, tx)
    if (product === null) return fail('not-found')
    const before = product.images.map(({ key }) => key)
    if (before.join() === keys.join() || !before.every((key) => replaceable.test(key))) return ok('kept')
    const changed = await changeProduct(tx, productId, { images: [...keys] }, actor)
    return changed.ok ? ok('hung') : fail('not-found')
  })
