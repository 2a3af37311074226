import type { Tx } from '@/lib/kernel/db'
import { readGtin } from '../gtin'
import type { AttributeValue, ProductInput, ProductStatus } from '../schema'
import { readVideoLink } from '../video-link'
import { rethrowLostRace, type Slugs } from './choose-slugs'
import type { CategoryRow } from './product-fields'
import type { OwnShop } from './shop-of'
import type { VariantWrite } from './write-variants'

export type NewProduct = Slugs & {
  id: string
  input: ProductInput
  shop: OwnShop
  category: CategoryRow
  status: ProductStatus
  attributes: Record<string, AttributeValue>
  images: object[]
}

export const writesOf = ({ variants }: ProductInput, skus: ReadonlyMap<string, string>): VariantWrite[] =>
  variants.map((variant, position) => ({
    ...variant,
    sku: skus.get(variant.sku) ?? variant.sku,
    price: Number(variant.price.amount),
    compareAt: variant.compareAtPrice ? Number(variant.compareAtPrice.amount) : null,
    ikpu: variant.ikpu ?? null,
    gtin: readGtin(variant.gtin ?? ''),
    position,
    image: 0,
  }))

const rowOf = ({ id, input, shop, category, status, attributes, images, slug, slugs }: NewProduct) => ({
  id,
  shop_id: shop.id,
  category_id: category.id,
  category_ids: category.ids,
  slug,
  slugs,
  title: input.title,
  description: input.description,
  attributes,
  images,
  status,
  origin: input.origin ?? null,
  video_url: readVideoLink(input.video ?? ''),
})

/** In their order: the later one is the newer. */
export const insertProducts = (tx: Tx, products: readonly NewProduct[]) =>
  tx
    .query(
      `insert into product (id, shop_id, category_id, category_ids, slug, slugs, title, description, attributes, images,
                            status, origin, video_url)
       select p.* from jsonb_to_recordset($1::jsonb) as p(id text, shop_id text, category_id text, category_ids text[],
              slug text, slugs jsonb, title jsonb, description jsonb, attributes jsonb, images jsonb, status text,
              origin char(2), video_url text)`,
      [JSON.stringify(products.map(rowOf))],
    )
    .catch(rethrowLostRace)
