import type pg from 'pg'
import { facetsOf } from '@/lib/catalog/facet-key'
import type { Tx } from '@/lib/kernel/db'
import {
  type DocumentParts,
  documentOf,
  joinWords,
  type LearnedWords,
  learnWords,
  stemmedWords,
} from '@/lib/search/document'
import { readStems } from '@/lib/search/stems'
import { type Cell, copyBytes, copyText, json } from './copy-rows'
import { attributes } from './market/attributes'
import { categoryOf, ids, labelOf } from './market/catalogue'
import { type Product, productAt } from './market/product'
import { shops } from './market/shops'
import { texts } from './market/words'

export type Blurs = ReadonlyMap<string, string>

const locales = ['uz', 'ru', 'en'] as const
const now = Date.UTC(2026, 10, 15)
const shopNames = new Map(shops.map(({ slug, name }) => [slug, name]))
const day = 86_400_000
const ranged = new Set(
  attributes.flatMap(({ code, type, filterable }) => (filterable && type === 'number' ? code : [])),
)
/** Later ones have the same sales: these stand in front until the worker has looked, and those come first as one types. */
const FRONT = 50_000
const HEAD = 3_000

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
    facetsOf(
      product.attributes,
      product.variants.flatMap(({ options }) => Object.entries(options)),
      ranged,
    ),
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
  'facets',
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

function* productRows(products: readonly Product[], blurs: Blurs): Generator<Cell[]> {
  for (const product of products) yield productRow(product, blurs)
}

function* variantRows(products: readonly Product[]): Generator<Cell[]> {
  for (const { id, variants } of products)
    for (const each of variants)
      yield [each.id, id, each.sku, each.options, each.price, each.compareAt, each.position, each.image, each.compareAt]
}

/** Only what is struck through was ever another price: the rest needs no history. */
function* historyRows(products: readonly Product[]): Generator<Cell[]> {
  for (const { variants } of products)
    for (const { id, price, compareAt } of variants)
      if (compareAt !== null) yield [id, compareAt, price, new Date(now - 4 * day)]
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

const nameOf = (slug: string) => texts(categoryOf.get(slug)?.node.name ?? ['', '', ''])

function partsOf(product: Product): DocumentParts {
  const { brand, ...attributes } = product.attributes
  const values = Object.entries(attributes).flatMap(([code, value]) =>
    typeof value === 'boolean' ? [] : [value].flat().map((one) => [code, String(one)] as const),
  )
  return {
    title: product.title,
    description: product.description,
    categories: (categoryOf.get(product.line.category)?.path ?? []).map(nameOf),
    brand: String(brand ?? ''),
    shop: shopNames.get(product.shop) ?? '',
    attributes: Object.fromEntries(
      locales.map((locale) => [locale, values.map(([code, value]) => spoken(code, value, locale))]),
    ),
    skus: product.variants.map(({ sku }) => sku),
    within: [ids.shop(product.shop), ...product.categoryIds],
  }
}

/** Products `from` to `to` (exclusive) as COPY takes them, with everything that hangs on them; made once, in Node. */
export type Batch = { tables: Record<Table, Uint8Array>; learned: LearnedWords }

const columns = {
  product: productColumns,
  variant: ['id', 'product_id', 'sku', 'options', 'price', 'compare_at', 'position', 'image', 'reference'],
  price_history: ['variant_id', 'was', 'price', 'since'],
  stock_item: ['variant_id', 'on_hand'],
  review: ['id', 'product_id', 'author', 'rating', 'text', 'locale', 'created_at'],
  search_document: ['product_id', 'title', 'digest', 'tsv', 'front', 'head'],
} as const
type Table = keyof typeof columns
const tables = Object.keys(columns) as Table[]

/** `dictionary`: a connection that knows how words are stemmed. */
export async function makeBatch(dictionary: pg.ClientBase, from: number, to: number, blurs: Blurs): Promise<Batch> {
  const products = Array.from({ length: to - from }, (_, i) => productAt(from + i))
  const parts = products.map((product) => [product.id, partsOf(product)] as const)
  const words = new Set(parts.flatMap(([, own]) => stemmedWords(own)))
  const stem = await readStems(dictionary as Tx, [...words])
  const documents = parts.map(([id, own], at) => ({
    id,
    front: from + at < FRONT,
    head: from + at < HEAD,
    ...documentOf(own, stem),
  }))
  return {
    tables: {
      product: copyText(productRows(products, blurs)),
      variant: copyText(variantRows(products)),
      price_history: copyText(historyRows(products)),
      stock_item: copyText(stockRows(products)),
      review: copyText(reviewRows(products)),
      search_document: copyText(
        documents.map(({ id, title, digest, tsv, front, head }) => [id, title, digest, tsv, front, head]),
      ),
    },
    learned: joinWords(documents.map(({ learned }) => learned)),
  }
}

/** The caller owns the transaction. */
export async function sendBatch(client: pg.ClientBase, batch: Batch): Promise<void> {
  for (const table of tables) await copyBytes(client, table, columns[table], batch.tables[table])
  await client.query(learnWords, [batch.learned.named, batch.learned.said])
}

export const writeProducts = async (client: pg.ClientBase, from: number, to: number, blurs: Blurs): Promise<void> =>
  sendBatch(client, await makeBatch(client, from, to, blurs))
