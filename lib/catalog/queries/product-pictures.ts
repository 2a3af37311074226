import type { Actor } from '@/lib/auth/schema'
import { listUploads, readPictures } from '@/lib/files'
import { isUploadedKey } from '@/lib/files/schema'
import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { shopIdOf } from '../commands/shop-of'
import type { ProductPictures, ProductStatus, SellerPicture } from '../schema'
import type { StoredImage } from './cards'

type Row = {
  id: string
  slug: string
  title: Texts
  status: ProductStatus
  images: StoredImage[]
  variants: ProductPictures['variants']
}

/** A product's pictures in their order, then those that were uploaded for it and hang nowhere yet. Null as for one that is not there. */
export async function getProductPictures(id: string, actor: Actor): Promise<ProductPictures | null> {
  const shopId = shopIdOf(actor)
  const { rows } = await sql.query<Row>(
    `select p.id, p.slug, p.title, p.status, p.images, coalesce((
              select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'options', v.options, 'image', v.image)
                               order by v.position, v.id) from variant v where v.product_id = p.id), '[]') as variants
       from product p where p.id = $1 and p.shop_id = $2`,
    [id, shopId],
  )
  const product = rows[0]
  if (!product || shopId === null) return null
  const keys = product.images.map(({ key }) => key)
  const known = new Map((await readPictures(keys, shopId)).map((picture) => [picture.key, picture]))
  const hung = product.images.map(({ key, alt, focal }): SellerPicture => {
    return {
      key,
      alt: alt ?? {},
      focal: focal ?? null,
      ready: known.get(key)?.ready ?? true,
      fresh: false,
      own: isUploadedKey(key),
    }
  })
  const laid = (await listUploads(id, shopId)).filter(({ key }) => !keys.includes(key))
  const fresh = laid.map(
    ({ key, ready }): SellerPicture => ({ key, alt: {}, focal: null, ready, fresh: true, own: true }),
  )
  const { slug, title, status, variants } = product
  return { id, slug, title, status, variants, pictures: [...hung, ...fresh] }
}
