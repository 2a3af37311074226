import { locales, type Texts } from '@/lib/i18n'
import { prepared, type Tx } from '@/lib/kernel/db'
import {
  type DocumentParts,
  documentOf,
  joinWords,
  learnWords,
  readStems,
  type SearchDocument,
  stemmedWords,
} from '@/lib/search'
import { facetsOf } from '../facet-key'
import { type Attributes, readAttributes } from '../queries/attributes'

type Row = {
  id: string
  title: Texts
  description: Texts
  attributes: Record<string, unknown>
  categories: Texts[]
  category_ids: string[]
  shop: string
  shop_id: string
  skus: string[]
  options: [string, string][]
  /** As they are kept now. */
  facets: string[]
  digest: string | null
}

const select = `
  select p.id, p.title, p.description, p.attributes, p.category_ids, s.name as shop, s.id as shop_id, p.facets,
         (select d.digest from search_document d where d.product_id = p.id) as digest,
         coalesce((select jsonb_agg(c.name order by cardinality(c.path)) from category c where c.id = any(p.category_ids)), '[]')
           as categories,
         coalesce((select jsonb_agg(v.sku) from variant v where v.product_id = p.id), '[]') as skus,
         coalesce((select jsonb_agg(distinct jsonb_build_array(o.key, o.value)) from variant v, jsonb_each_text(v.options) o
                    where v.product_id = p.id), '[]') as options
    from product p join shop s on s.id = p.shop_id where p.id = any($1)`
const readRows = prepared(select)
// Locked, so that no older reading of a product is written over a newer one.
const holdRows = prepared(`${select} order by p.id for no key update of p`)

/** Every value once, with its label; yes and no say nothing without their question. */
function labelsOf(
  { attributes: own, options }: Row,
  attributes: Attributes,
  locale: (typeof locales)[number],
): string[] {
  const values = Object.entries(own).flatMap(([code, value]) =>
    code === 'brand' || typeof value === 'boolean' ? [] : [value].flat().map((one): [string, unknown] => [code, one]),
  )
  return [...new Set([...values, ...options].map(([code, value]) => attributes.said(code, value, locale)))]
}

const partsOf = (row: Row, attributes: Attributes): DocumentParts => ({
  title: row.title,
  description: row.description,
  categories: row.categories,
  brand: [row.attributes['brand'] ?? ''].flat().join(' '),
  shop: row.shop,
  attributes: Object.fromEntries(locales.map((locale) => [locale, labelsOf(row, attributes, locale)])),
  skus: row.skus,
  within: [row.shop_id, ...row.category_ids],
})

const put = prepared(`
  insert into search_document (product_id, title, digest, tsv)
  select d.product_id, d.title, d.digest, d.tsv::tsvector
    from jsonb_to_recordset($1::jsonb) as d(product_id text, title text, digest text, tsv text) order by 1
  on conflict (product_id) do update set title = excluded.title, digest = excluded.digest, tsv = excluded.tsv
   where (search_document.title, search_document.digest, search_document.tsv)
         is distinct from (excluded.title, excluded.digest, excluded.tsv)
  returning product_id`)

const drop = prepared(`
  delete from search_document s where s.product_id = any($1)
     and not exists (select from product p join shop on shop.id = p.shop_id where p.id = s.product_id)`)

const learn = prepared(learnWords)

const sort = prepared(`
  update product p set facets = d.facets
    from jsonb_to_recordset($1::jsonb) as d(product_id text, facets text[]) where p.id = d.product_id`)

type Made = SearchDocument & { product_id: string }

async function writeDocuments(tx: Tx, documents: readonly Made[]): Promise<string[]> {
  if (documents.length === 0) return []
  const { rows } = await tx.query<{ product_id: string }>(put, [JSON.stringify(documents)])
  const written = new Set(rows.map((row) => row.product_id))
  if (written.size === 0) return []
  const { named, said } = joinWords(
    documents.filter((each) => written.has(each.product_id)).map((each) => each.learned),
  )
  await tx.query(learn, [named, said])
  return [...written]
}

const hasFacets = (row: Row, { ranged }: Attributes) =>
  facetsOf(row.attributes, row.options, ranged).join('\n') === row.facets.join('\n')

/** What can be filtered by stands in the product itself. */
async function writeFacets(tx: Tx, rows: readonly Row[], attributes: Attributes): Promise<string[]> {
  const moved = rows
    .filter((row) => !hasFacets(row, attributes))
    .map((row) => ({ product_id: row.id, facets: facetsOf(row.attributes, row.options, attributes.ranged) }))
  if (moved.length > 0) await tx.query(sort, [JSON.stringify(moved)])
  return moved.map((each) => each.product_id)
}

async function make(tx: Tx, rows: readonly Row[], attributes: Attributes): Promise<Map<Row, SearchDocument>> {
  const parts = rows.map((row) => [row, partsOf(row, attributes)] as const)
  const words = new Set(parts.flatMap(([, own]) => stemmedWords(own)))
  const stem = await readStems(tx, [...words])
  return new Map(parts.map(([row, own]) => [row, documentOf(own, stem)]))
}

/**
 * Writes what search and filters know of products; answers how many were not as they should be. Safe to repeat; products
 * that are gone lose their documents. `whole`: looks into every document instead of trusting its digest.
 */
export async function indexProducts(tx: Tx, productIds: readonly string[], whole = false): Promise<number> {
  const dropped = await tx.query(drop, [productIds])
  const { rows } = await tx.query<Row>(holdRows, [productIds])
  const attributes = await readAttributes(tx)
  const documents = [...(await make(tx, rows, attributes))].flatMap(([row, made]): Made[] =>
    whole || made.digest !== row.digest ? [{ product_id: row.id, ...made }] : [],
  )
  const changed = new Set([...(await writeDocuments(tx, documents)), ...(await writeFacets(tx, rows, attributes))])
  return (dropped.rowCount ?? 0) + changed.size
}

export const indexProduct = (tx: Tx, productId: string): Promise<number> => indexProducts(tx, [productId])

const AT_ONCE = 100

/** The same for many that may well be in order already: those are only read, and nobody who sells them waits. */
export async function followProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  const ids = [...new Set(productIds)]
  const { rows } = await tx.query<Row>(readRows, [ids])
  const attributes = await readAttributes(tx)
  const made = await make(tx, rows, attributes)
  const right = new Set(
    rows.filter((row) => made.get(row)?.digest === row.digest && hasFacets(row, attributes)).map(({ id }) => id),
  )
  const stale = ids.filter((id) => !right.has(id)).sort()
  for (let at = 0; at < stale.length; at += AT_ONCE) await indexProducts(tx, stale.slice(at, at + AT_ONCE))
}
