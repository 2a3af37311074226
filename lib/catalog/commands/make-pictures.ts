import { finishPicture } from '@/lib/files'
import { cutPreview } from '@/lib/functions'
import { type Tx, transact } from '@/lib/kernel/db'
import type { StoredImage } from '../queries/cards'
import { announce } from './announce'

type Row = { images: StoredImage[]; slug: string; shop: string; status: string }

/** Writes what became of one picture of a product and tells whoever shows it. A picture it no longer has is let be. */
async function tellProduct(tx: Tx, id: string, key: string, change: (image: StoredImage) => StoredImage) {
  const { rows } = await tx.query<Row>(
    `select p.images, p.slug, s.slug as shop, p.status from product p join shop s on s.id = p.shop_id
      where p.id = $1 for update of p`,
    [id],
  )
  const product = rows[0]
  if (!product?.images.some((image) => image.key === key)) return
  const images = product.images.map((image) => (image.key === key ? change(image) : image))
  if (JSON.stringify(images) === JSON.stringify(product.images)) return
  await tx.query('update product set images = $2, updated_at = now() where id = $1', [id, JSON.stringify(images)])
  await announce(tx, { productId: id, slugs: [product.slug] }, { kind: 'system', id: 'pictures' })
}

/** The job behind an upload: its files, then the products that wait for them. */
export const makePictures = ({ key }: { key: string }): Promise<void> =>
  finishPicture(key, async (tx, { blur, widths }, awaitedBy) => {
    for (const id of awaitedBy)
      await tellProduct(tx, id, key, (image) => ({ ...image, widths, ...(blur !== null && { blur }) }))
  })

type Cut = { productId: string; key: string; focal: [number, number] }

/** The picture for links round a new point; if the point has moved again meanwhile, the next job shows its own. */
export async function cutPreviewOf({ productId, key, focal }: Cut): Promise<void> {
  const og = await cutPreview(key, focal)
  if (og === null) return
  await transact((tx) =>
    tellProduct(tx, productId, key, (image) => (image.focal?.join() === focal.join() ? { ...image, og } : image)),
  )
}
