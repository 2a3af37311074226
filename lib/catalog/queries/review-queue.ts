import { type Actor, isOperator } from '@/lib/auth/schema'
import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { QueuedProduct } from '../schema'

type Row = {
  id: string
  title: Texts
  description: Texts
  locales: Locale[]
  shop: string
  category: Texts
  image: string | null
  price: number
}

/** What waits to be sold, the longest waiting first; null for who may not see it. */
export async function listReviewQueue(locale: Locale, actor: Actor): Promise<QueuedProduct[] | null> {
  if (!isOperator(actor)) return null
  const { rows } = await sql.query<Row>(
    `select p.id, p.title, p.description, p.locales, s.name as shop, c.name as category, p.images->0->>'key' as image,
            p.price
       from product p join shop s on s.id = p.shop_id join category c on c.id = p.category_id
      where p.status = 'review' order by p.updated_at, p.seq limit 50`,
  )
  return rows.map((row) => ({
    id: row.id,
    title: pick(row.title, locale),
    description: pick(row.description, locale),
    locales: row.locales,
    shop: row.shop,
    category: pick(row.category, locale),
    image: row.image,
    price: money(row.price, 'UZS'),
  }))
}
