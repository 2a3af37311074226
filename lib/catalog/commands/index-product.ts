import { pick } from '@/lib/format'
import { locales, type Texts } from '@/lib/i18n'
import { prepared, type Tx } from '@/lib/kernel/db'
import { documentText, learnWords, tsvOf } from '@/lib/search'
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
}

// Locked, so that no older reading of a product is written over a newer one.
const readRows = prepared(`
  select p.id, p.title, p.description, p.attributes, p.category_ids, s.name as shop, s.id as shop_id,
         coalesce((select jsonb_agg(c.name order by cardinality(c.path)) from category c where c.id = any(p.category_ids)), '[]')
           as categories,
         coalesce((select jsonb_agg(v.sku) from variant v where v.product_id = p.id), '[]') as skus,
         coalesce((select jsonb_agg(distinct jsonb_build_array(o.key, o.value)) from variant v, jsonb_each_text(v.options) o
                    where v.product_id = p.id), '[]') as options
    from product p join shop s on s.id = p.shop_id where p.id = any($1) order by p.id for share of p`)

/** Every value once, with its label; yes and no say nothing without their question. */
function labelsOf(
  { attributes: own, options }: Row,
  attributes: Attributes,
  locale: (typeof locales)[number],
): string[] {
  const values = Object.entries(own).flatMap(([code, value]) =>
    code === 'brand' || typeof value === 'boolean' ? [] : [value].flat().map((one): [string, unknown] => [code, one]),
  )
  return [...new Set([...values, ...options].map(([code, value]) => attributes.value(code, value, locale)))]
}

const documentsOf = (row: Row, attributes: Attributes) =>
  locales.flatMap((locale) => {
    const title = row.title[locale]
    if (!title) return []
    const text = documentText({
      locale,
      title,
      categories: row.categories.map((name) => pick(name, locale)),
      brand: [row.attributes['brand'] ?? ''].flat().join(' '),
      shop: row.shop,
      attributes: labelsOf(row, attributes, locale),
      description: row.description[locale] ?? '',
      skus: row.skus,
      within: [row.shop_id, ...row.category_ids],
    })
    return [{ product_id: row.id, locale, text }]
  })

const given = '(select * from jsonb_to_recordset($1::jsonb) as d(product_id text, locale text, text text))'

const put = prepared(`
  insert into search_document (product_id, locale, text, tsv)
  select d.product_id, d.locale, d.text, ${tsvOf('d.text')} from ${given} d order by 1, 2
  on conflict (product_id, locale) do update set text = excluded.text, tsv = excluded.tsv
   where (search_document.text, search_document.tsv) is distinct from (excluded.text, excluded.tsv)`)

const drop = prepared(`
  delete from search_document s where s.product_id = any($2)
     and not exists (select from ${given} d where d.product_id = s.product_id and d.locale = s.locale)`)

const learn = prepared(learnWords(`select ${tsvOf('d.text')} as tsv from ${given} d`))

/**
 * Writes what search knows of products, one document for every language each is written in; answers how many documents
 * were not as they should be. Safe to repeat; products that are gone lose their documents.
 */
export async function indexProducts(tx: Tx, productIds: readonly string[]): Promise<number> {
  const { rows } = await tx.query<Row>(readRows, [productIds])
  const attributes = await readAttributes(tx)
  const documents = JSON.stringify(rows.flatMap((row) => documentsOf(row, attributes)))
  const dropped = await tx.query(drop, [documents, productIds])
  const written = await tx.query(put, [documents])
  const changed = (dropped.rowCount ?? 0) + (written.rowCount ?? 0)
  if (changed > 0) await tx.query(learn, [documents])
  return changed
}

export const indexProduct = (tx: Tx, productId: string): Promise<number> => indexProducts(tx, [productId])
