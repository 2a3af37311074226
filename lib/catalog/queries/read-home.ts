import type { Locale } from '@/lib/i18n'
import type { HomePage, ProductCard } from '../schema'
import { readCards } from './cards'
import { readCategoryTree } from './read-category-tree'
import { readShops } from './read-shop-page'

/** The first of each kind along an index, so that the front page is not twelve teapots. */
const mixed = (condition: string, order: string, each: number, count: number, locale: Locale): Promise<ProductCard[]> =>
  readCards(
    `select id, row_number() over (order by turn, place) as place from (
       select id, place, row_number() over (partition by category_id order by place) as turn from (
         select p.id, p.category_id, row_number() over (order by ${order}) as place from product p
          where p.status = 'active' and p.in_stock and ${condition} order by ${order} limit 400) first
     ) turns where turn <= $1 order by 2 limit $2`,
    [each, count],
    locale,
  )

const popular = 'p.sold_count desc, p.seq desc'

export async function readHome(locale: Locale): Promise<HomePage> {
  const [categories, deals, best, fresh, shops] = await Promise.all([
    readCategoryTree(locale),
    mixed('p.compare_at > p.price', popular, 1, 12, locale),
    mixed('true', popular, 2, 24, locale),
    mixed('true', 'p.seq desc', 1, 12, locale),
    readShops(6, locale),
  ])
  const shown = new Set(deals.map((card) => card.id))
  return { categories, deals, popular: best.filter((card) => !shown.has(card.id)), fresh, shops }
}
