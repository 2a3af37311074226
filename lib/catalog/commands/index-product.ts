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
  /** Another one after every change of the product. */
  xmin: string
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

const readRows = prepared(`
  select p.id, p.xmin::text, p.title, p.description, p.attributes, p.category_ids, s.name as shop, s.id as shop_id, p.facets,
         (select d.digest from search_document d where d.product_id = p.id) as digest,
         coalesce((select jsonb_agg(c.name order by cardinality(c.path)) from category c where c.id = any(p.category_ids)), '[]')
           as categories,
         coalesce((select jsonb_agg(v.sku) from variant v where v.product_id = p.id), '[]') as skus,
         coalesce((select jsonb_agg(distinct jsonb_build_array(o.key, o.value)) from variant v, jsonb_each_text(v.options) o
                    where v.product_id = p.id), '[]') as options
    from product p join shop s on s.id = p.shop_id where p.id = any($1)`)

const holdRows = prepared('select id, xmin::text from product where id = any($1) order by id for no key update')

/** Locked, so that no older reading of a product is written over a newer one. */
async function hold(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<Pick<Row, 'id' | 'xmin'>>(holdRows, [ids])
  return new Map(rows.map(({ id, xmin }) => [id, xmin]))
}

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

type Written = SearchDocument & { product_id: string }

async function writeDocuments(tx: Tx, documents: readonly Written[]): Promise<string[]> {
  if (documents.length === 0) return []
  const { rows } = await tx.query<{ product_id: string }>(put, [
    JSON.stringify(documents.map(({ learned: _, ...document }) => document)),
  ])
  const written = new Set(rows.map((row) => row.product_id))
  if (written.size === 0) return []
  const { named, said } = joinWords(
    documents.filter((each) => written.has(each.product_id)).map((each) => each.learned),
  )
  await tx.query(learn, [named, said])
  return [...written]
}

/** A product as it was read, and what search and filters should know of it. */
type Looked = { row: Row; document: SearchDocument; facets: string[] }

async function look(tx: Tx, ids: readonly string[], attributes: Attributes): Promise<Looked[]> {
  const { rows } = await tx.query<Row>(readRows, [ids])
  const all = rows.map((row) => ({ row, parts: partsOf(row, attributes) }))
  const stem = await readStems(tx, [...new Set(all.flatMap(({ parts }) => stemmedWords(parts)))])
  return all.map(({ row, parts }) => ({
    row,
    document: documentOf(parts, stem),
    facets: facetsOf(row.attributes, row.options, attributes.ranged),
  }))
}

const isDocument = ({ row, document }: Looked) => document.digest === row.digest
const hasFacets = ({ row, facets }: Looked) => facets.join('\n') === row.facets.join('\n')

/** What can be filtered by stands in the product itself. */
async function writeFacets(tx: Tx, all: readonly Looked[]): Promise<string[]> {
  const moved = all.filter((one) => !hasFacets(one)).map(({ row, facets }) => ({ product_id: row.id, facets }))
  if (moved.length > 0) await tx.query(sort, [JSON.stringify(moved)])
  return moved.map((each) => each.product_id)
}

/** Of products that are held; answers how many were not as they should be. Those that are gone lose their documents. */
async function write(tx: Tx, ids: readonly string[], all: readonly Looked[], whole: boolean): Promise<number> {
  const known = new Set(all.map(({ row }) => row.id))
  const gone = ids.filter((id) => !known.has(id))
  const dropped = gone.length > 0 ? await tx.query(drop, [gone]) : null
  const documents = all
    .filter((one) => whole || !isDocument(one))
    .map(({ row, document }) => ({ product_id: row.id, ...document }))
  const changed = new Set([...(await writeDocuments(tx, documents)), ...(await writeFacets(tx, all))])
  return (dropped?.rowCount ?? 0) + changed.size
}

/**
 * Writes what search and filters know of products; answers how many were not as they should be. Safe to repeat; products
 * that are gone lose their documents. `whole`: looks into every document instead of trusting its digest.
 */
export async function indexProducts(tx: Tx, productIds: readonly string[], whole = false): Promise<number> {
  await hold(tx, productIds)
  return write(tx, productIds, await look(tx, productIds, await readAttributes(tx)), whole)
}

export const indexProduct = (tx: Tx, productId: string): Promise<number> => indexProducts(tx, [productId])

// A statement of so many stays well below a second.
const AT_ONCE = 250

/**
 * The same for many that may well be in order already: those are only read, and nobody who sells them waits. Of the others
 * only those are read again that somebody has changed before they were held.
 */
export async function followProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  const ids = [...new Set(productIds)].sort()
  const attributes = await readAttributes(tx)
  const seen = new Map((await look(tx, ids, attributes)).map((one) => [one.row.id, one]))
  const stale = ids.filter((id) => {
    const one = seen.get(id)
    return one === undefined || !isDocument(one) || !hasFacets(one)
  })
  for (let at = 0; at < stale.length; at += AT_ONCE) {
    const some = stale.slice(at, at + AT_ONCE)
    const held = await hold(tx, some)
    const isSame = (id: string) => seen.get(id)?.row.xmin === held.get(id)
    const moved = some.filter((id) => !isSame(id))
    const again = moved.length > 0 ? await look(tx, moved, attributes) : []
    await write(tx, some, [...some.flatMap((id) => (isSame(id) ? (seen.get(id) ?? []) : [])), ...again], false)
  }
}
