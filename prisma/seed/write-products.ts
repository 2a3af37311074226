import type pg from 'pg'
import { documentText, learnWords, tsvOf } from '@/lib/search/document'
import { type Cell, copyRows, json } from './copy-rows'
import { categoryOf, ids, labelOf } from './market/catalogue'
import { type Product, productAt } from './market/product'
import { shops } from './market/shops'

export type Blurs = ReadonlyMap<string, string>

const locales = ['uz', 'ru', 'en'] as const
const now = Date.UTC(2026, 10, 15)
const shopNames = new Map(shops.map(({ slug, name }) => [slug, name]))
const day = 86_400_000

const lowest = (product: Product) =>
  product.variants.reduce((best, variant) => (variant.price < best.price ? variant : best))

const productRow = (product: Product, blurs: Blurs): Cell[] => {
  const { price, compareAt } = lowest(product)
  const images = product.images.map((image) => {
    const blur = blurs.get(image.key)
    return blur === undefined ? image : { ...image, blur }
  })
  return [
    product.id,
    ids.shop(product.shop),
    ids.category(product.line.category),
    product.categoryIds,
    product.slug,
    product.title,
    product.description,
    product.attributes,
    json(images),
    'active',
    price,
    compareAt,
    product.variants.some(({ stock }) => stock > 0),
    product.rating,
    product.reviews.length,
    product.sold,
    product.createdAt,
    product.createdAt,
  ]
}
const productColumns = [
  'id',
  'shop_id',
  'category_id',
  'category_ids',
  'slug',
  'title',
  'description',
  'attributes',
  'images',
  'status',
  'price',
  'compare_at',
  'in_stock',
  'rating',
  'rating_count',
  'sold_count',
  'created_at',
  'updated_at',
]

function* variantRows(products: readonly Product[]): Generator<Cell[]> {
  for (const { id, variants } of products)
    for (const each of variants)
      yield [each.id, id, each.sku, each.options, each.price, each.compareAt, each.position, each.image]
}

function* stockRows(products: readonly Product[]): Generator<Cell[]> {
  for (const { variants } of products) for (const { id, stock } of variants) yield [id, stock]
}

function* reviewRows(products: readonly Product[]): Generator<Cell[]> {
  for (const { id, n, reviews, createdAt } of products)
    for (const [i, review] of reviews.entries()) {
      const at = new Date(Math.max(createdAt.getTime() + day, now - review.daysAgo * day))
      yield [ids.review(n, i), id, review.author, review.rating, review.text, review.locale, at]
    }
}

/** What an attribute says in words, as the catalogue shows it: a rebuilt index is the same. */
const spoken = (code: string, value: string, locale: (typeof locales)[number]): string =>
  code === 'power' ? `${value} W` : labelOf(code, value, locale)

const documentOf = (product: Product, locale: (typeof locales)[number]): string => {
  const { brand, ...attributes } = product.attributes
  const above = categoryOf.get(product.line.category)?.path ?? []
  return documentText({
    locale,
    title: product.title[locale],
    categories: above.map((slug) => categoryOf.get(slug)?.node.name[locales.indexOf(locale)] ?? ''),
    brand: String(brand ?? ''),
    shop: shopNames.get(product.shop) ?? '',
    attributes: Object.entries(attributes).flatMap(([code, value]) =>
      typeof value === 'boolean' ? [] : [value].flat().map((one) => spoken(code, String(one), locale)),
    ),
    description: product.description[locale],
    skus: product.variants.map(({ sku }) => sku),
    within: [ids.shop(product.shop), ...product.categoryIds],
  })
}

function* documentRows(products: readonly Product[]): Generator<Cell[]> {
  for (const product of products) for (const locale of locales) yield [product.id, locale, documentOf(product, locale)]
}

/** Products `from` to `to` (exclusive) with everything that hangs on them; the caller owns the transaction. */
export async function writeProducts(client: pg.ClientBase, from: number, to: number, blurs: Blurs): Promise<void> {
  const products = Array.from({ length: to - from }, (_, i) => productAt(from + i))
  await copyRows(
    client,
    'product',
    productColumns,
    products.map((product) => productRow(product, blurs)),
  )
  const variantColumns = ['id', 'product_id', 'sku', 'options', 'price', 'compare_at', 'position', 'image']
  await copyRows(client, 'variant', variantColumns, variantRows(products))
  await copyRows(client, 'stock_item', ['variant_id', 'on_hand'], stockRows(products))
  const reviewColumns = ['id', 'product_id', 'author', 'rating', 'text', 'locale', 'created_at']
  await copyRows(client, 'review', reviewColumns, reviewRows(products))
  await client.query(
    'create temp table if not exists seed_text (product_id text, locale text, text text) on commit delete rows',
  )
  await copyRows(client, 'seed_text', ['product_id', 'locale', 'text'], documentRows(products))
  await client.query(
    `insert into search_document (product_id, locale, text, tsv)
     select product_id, locale, text, ${tsvOf('text')} from seed_text`,
  )
  await client.query(learnWords(`select ${tsvOf('text')} as tsv from seed_text`))
}
