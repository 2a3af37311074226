import type { Locale } from '@/lib/i18n'
import type { ProductCard } from '../schema'
import { readCards } from './cards'

/** What sells best in the same category, then in the one above it. */
export const readSimilar = (slug: string, locale: Locale, limit = 12): Promise<ProductCard[]> =>
  readCards(
    `select id, row_number() over (order by near, sold_count desc, id) as place from (
       select distinct on (id) id, near, sold_count from (
         (select o.id, 0 as near, o.sold_count from product p join product o
            on o.category_id = p.category_id and o.status = 'active' and o.id <> p.id
          where p.id = (select product_id from product_slug where slug = $1) order by o.sold_count desc limit $2)
         union all
         (select o.id, 1, o.sold_count from product p
            join category c on c.id = p.category_id
            join product o on o.status = 'active' and o.id <> p.id and o.in_stock
             and o.category_id in (select id from category where parent_id = c.parent_id)
          where p.id = (select product_id from product_slug where slug = $1) order by o.sold_count desc limit $2)
       ) both_kinds order by id, near) once order by 2 limit $2`,
    [slug, limit],
    locale,
  )
