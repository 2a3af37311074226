import type { Tx } from '@/lib/kernel/db'
import { facetsOf } from '../facet-key'
import { readGtin } from '../gtin'
import { readAttributes } from '../queries/attributes'
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
  variants: readonly VariantWrite[]
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

/** What a product shows of its variants before anything else has happened to them; a bundle has no stock of its own. */
function sumOf(variants: readonly VariantWrite[]) {
  const [lowest] = variants.toSorted((a, b) => a.price - b.price || a.position - b.position)
  const inStock = variants.some(({ stock, bundle }) => !bundle && (stock ?? 0) > 0)
  return { price: lowest?.price ?? 0, compare_at: lowest?.compareAt ?? null, in_stock: inStock }
}

const rowOf = (product: NewProduct, ranged: ReadonlySet<string>) => {
  const { id, input, shop, category, status, attributes, images, slug, slugs, variants } = product
  const options = variants.flatMap((variant) => Object.entries(variant.options))
  return {
    ...sumOf(variants),
    facets: facetsOf(attributes, options, ranged),
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
  }
}

/**
 * In their order: the later one is the newer. With all that variants and filters will want of them: a product stands in a
 * dozen indexes, and every change of it moves it in all of them.
 */
export async function insertProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  const { ranged } = await readAttributes(tx)
  await tx
    .query(
      `insert into product (id, shop_id, category_id, category_ids, slug, slugs, title, description, attributes, images,
                            status, origin, video_url, price, compare_at, in_stock, facets)
       select p.* from jsonb_to_recordset($1::jsonb) as p(id text, shop_id text, category_id text, category_ids text[],
              slug text, slugs jsonb, title jsonb, description jsonb, attributes jsonb, images jsonb, status text,
              origin char(2), video_url text, price bigint, compare_at bigint, in_stock boolean, facets text[])`,
      [JSON.stringify(products.map((product) => rowOf(product, ranged)))],
    )
    .catch(rethrowLostRace)
}
