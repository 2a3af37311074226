import type { Actor } from '@/lib/auth/schema'
import type { Texts } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { shopIdOf } from '../commands/shop-of'

/** What goods of the shop's categories can have, for tables: the brand has a place of its own. */
export async function listShopAttributes(actor: Actor): Promise<{ code: string; name: Texts }[]> {
  const { rows } = await sql.query<{ code: string; name: Texts }>(
    `select a.code, a.name from attribute a
      where a.code <> 'brand' and exists
        (select from category_attribute ca
          where ca.code = a.code and ca.category_id in
            (select distinct unnest(p.category_ids) from product p where p.shop_id = $1))
      order by a.position, a.code`,
    [shopIdOf(actor)],
  )
  return rows
}
