import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { type Currency, type Money, money } from '@/lib/kernel/money'
import type { Picture, ProductCard } from '../schema'

export type StoredImage = Pick<Picture, 'key' | 'focal' | 'widths' | 'og'> & { alt?: Texts; blur?: string }

export type CardRow = {
  id: string
  seq: number
  slug: string
  slugs: Texts
  title: Texts
  price: number
  compare_at: number | null
  currency: Currency
  in_stock: boolean
  rating: number
  rating_count: number
  sold_count: number
  image: StoredImage | null
  shop_id: string
  shop_slug: string
  shop_name: string
  handling_days: number
  variant_id: string | null
}

const columns = `p.id, p.seq, p.slug, p.slugs, p.title, p.price, p.compare_at, p.currency, p.in_stock, p.rating,
  p.rating_count, p.sold_count, p.images->0 as image, s.id as shop_id, s.slug as shop_slug, s.name as shop_name,
  s.handling_days,
  (select min(v.id) from (select id from variant where product_id = p.id limit 2) v having count(*) = 1) as variant_id`

/**
 * Cards of products chosen by an inner query of ids, kept in its order: `chosen` selects `id` and `place`. What is not
 * written in the language is left out.
 */
export async function readCards(
  chosen: string,
  params: unknown[],
  locale: Locale,
  language: Locale | null = locale,
): Promise<ProductCard[]> {
  const { rows } = await sql.query<CardRow>(cardsSql(chosen, language), params)
  return rows.map((row) => toCard(row, locale))
}

const cardsSql = (chosen: string, language: Locale | null) => `
  with chosen as materialized (${chosen})
  select ${columns} from chosen c join product p on p.id = c.id
    join shop s on s.id = p.shop_id and s.status = 'active'
   ${language === null ? '' : `where '${language}' = any(p.locales)`} order by c.place`

/** SQL of the card of the product with this id, as JSON like `CardRow`; null where it is not shown. */
export const cardSql = (id: string, language: Locale | null) => `
  (select row_to_json(card) from (
     select ${columns} from product p join shop s on s.id = p.shop_id and s.status = 'active'
      where p.id = ${id} ${language === null ? '' : `and '${language}' = any(p.locales)`}) card)`

/** Languages whose address was not written share the product's. */
export const slugIn = ({ slug, slugs }: { slug: string; slugs: Texts }, locale: Locale): string => slugs[locale] ?? slug

export const toPicture = (image: StoredImage, title: string, locale: Locale): Picture => ({
  key: image.key,
  alt: pick(image.alt ?? {}, locale) || title,
  blur: image.blur ?? null,
  ...(image.focal && { focal: image.focal }),
  ...(image.widths && { widths: image.widths }),
  ...(image.og && { og: image.og }),
})

/** The old price only where it is higher: a discount is real or not shown. */
export const wasPrice = (price: number, compareAt: number | null, currency: Currency): Money | null =>
  compareAt !== null && compareAt > price ? money(compareAt, currency) : null

export const discountOf = (price: number, was: Money | null): number =>
  was === null ? 0 : Math.floor(((was.amount - price) * 100) / was.amount)

export function toCard(row: CardRow, locale: Locale): ProductCard {
  const title = pick(row.title, locale)
  const compareAt = wasPrice(row.price, row.compare_at, row.currency)
  return {
    id: row.id,
    slug: slugIn(row, locale),
    title,
    price: money(row.price, row.currency),
    compareAt,
    discount: discountOf(row.price, compareAt),
    rating: row.rating,
    ratingCount: row.rating_count,
    inStock: row.in_stock,
    shop: { id: row.shop_id, slug: row.shop_slug, name: row.shop_name, handlingDays: row.handling_days },
    image: row.image ? toPicture(row.image, title, locale) : null,
    variantId: row.variant_id,
  }
}
