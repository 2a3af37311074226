import { pick } from '@/lib/format'
import { locales, type Texts } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import { documentText, tsvOf } from '@/lib/search'
import { readAttributes } from '../queries/attributes'

type Row = {
  title: Texts
  description: Texts
  attributes: Record<string, unknown>
  category: Texts
  shop: string
}

/** Writes what search knows of a product, one document for every language it is written in. */
export async function indexProduct(tx: Tx, productId: string): Promise<void> {
  const { rows } = await tx.query<Row>(
    `select p.title, p.description, p.attributes, c.name as category, s.name as shop
       from product p join category c on c.id = p.category_id join shop s on s.id = p.shop_id where p.id = $1`,
    [productId],
  )
  const row = rows[0]
  if (!row) return
  const attributes = await readAttributes(tx)
  const documents = locales.flatMap((locale) => {
    const title = row.title[locale]
    if (!title) return []
    const values = Object.entries(row.attributes).map(([code, value]) => attributes.value(code, value, locale))
    const parts = { title, category: pick(row.category, locale), shop: row.shop, attributes: values }
    return [{ locale, text: documentText({ ...parts, description: row.description[locale] ?? '' }) }]
  })
  await tx.query('delete from search_document where product_id = $1', [productId])
  await tx.query(
    `insert into search_document (product_id, locale, text, tsv)
     select $1, d.locale, d.text, ${tsvOf('d.text')} from jsonb_to_recordset($2::jsonb) as d(locale text, text text)`,
    [productId, JSON.stringify(documents)],
  )
}
