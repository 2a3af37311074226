import { type Locale, locales, type Texts } from '@/lib/i18n'
import { pathIn } from '@/lib/i18n/alternates'
import { sql, type Tx } from '@/lib/kernel/db'
import { slugIn } from './cards'

type Row = { slug: string; slugs: Texts; locales: Locale[]; category: string[] | null; shop: string | null }

/** Pages that tell of a product: its own in each language it is written in, its category's, its shop's. */
export async function listProductPaths(productId: string, tx: Tx = sql): Promise<string[]> {
  const { rows } = await tx.query<Row>(
    `select p.slug, p.slugs, p.locales, c.path as category, s.slug as shop
       from product p left join category c on c.id = p.category_id left join shop s on s.id = p.shop_id
      where p.id = $1`,
    [productId],
  )
  return rows.flatMap((row) => [
    ...row.locales.map((locale) => pathIn(`/p/${slugIn(row, locale)}`, locale)),
    ...(row.category ? locales.map((locale) => pathIn(`/c/${row.category?.join('/')}`, locale)) : []),
    ...(row.shop ? locales.map((locale) => pathIn(`/shop/${row.shop}`, locale)) : []),
  ])
}
