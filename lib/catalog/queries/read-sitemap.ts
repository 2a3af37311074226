import { type Locale, locales } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'

/** Products of one file: with three languages each, well below the 50,000 addresses that a sitemap may hold. */
const perPart = 10_000

export type SitemapPart = { part: number; changed: Date }
export type SitemapPath = { path: string; locales: Locale[]; changed: Date | null }

/** Ranges of `seq` never move, so a file changes only with its own products. */
export async function readSitemapParts(): Promise<SitemapPart[]> {
  const { rows } = await sql.query<SitemapPart>(
    `select (seq / ${perPart})::int as part, max(updated_at) as changed from product where status = 'active'
      group by 1 order by 1`,
  )
  return rows
}

type ProductRow = { slug: string; changed: Date; uz: boolean; ru: boolean; en: boolean }

/** Only languages in which title and description were written: anything else would be duplicate content. */
export async function readSitemapProducts(part: number): Promise<SitemapPath[]> {
  const written = locales.map((locale) => `title ? '${locale}' and description ? '${locale}' as ${locale}`)
  const { rows } = await sql.query<ProductRow>(
    `select slug, updated_at as changed, ${written.join(', ')} from product
      where seq >= $1 and seq < $2 and status = 'active' order by seq`,
    [part * perPart, (part + 1) * perPart],
  )
  return rows.map((row) => ({
    path: `/p/${row.slug}`,
    locales: locales.filter((locale) => row[locale]),
    changed: row.changed,
  }))
}

/** Home, categories that have goods, shops that sell. */
export async function readSitemapPages(): Promise<SitemapPath[]> {
  const { rows } = await sql.query<{ path: string; changed: Date | null }>(
    `select '' as path, null::timestamptz as changed
     union all
     select '/c/' || array_to_string(c.path, '/'), null from category c
      where exists (select from product p where p.category_ids @> array[c.id] and p.status = 'active')
     union all
     select '/shop/' || s.slug, null from shop s where s.status = 'active'`,
  )
  return rows.map((row) => ({ ...row, locales: [...locales] }))
}
