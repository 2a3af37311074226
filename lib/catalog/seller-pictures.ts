import { z } from 'zod'
import type { Texts } from '@/lib/i18n'
import { productPatchSchema } from './product-input'
import type { ProductStatus } from './product-state'

/** As many as a product may show. */
export const PICTURES = 10

export type SellerPicture = {
  key: string
  alt: Texts
  focal: [number, number] | null
  /** Its files are there. */
  ready: boolean
  /** Uploaded, and nobody has put it in its place yet. */
  fresh: boolean
  /** Brought by somebody, not drawn by the market: it has to be described. */
  own: boolean
}

export type ProductPictures = {
  id: string
  slug: string
  title: Texts
  status: ProductStatus
  pictures: SellerPicture[]
  /** `image` is the place of its picture. */
  variants: { id: string; sku: string; options: Record<string, string>; image: number }[]
}

/** The whole arrangement, as the editor's form sends it. */
export const arrangementSchema = z.strictObject({
  images: productPatchSchema.shape.images.unwrap(),
  /** Key by id of a variant. */
  variants: z.record(z.string().max(60), z.string().max(80)),
})
export type Arrangement = z.infer<typeof arrangementSchema>
