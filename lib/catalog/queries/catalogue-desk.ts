import { type Actor, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import type { CatalogueDesk, DeskAttribute, DeskCategory } from '../schema'
import { readRulesOf } from './category-rules'

/** The tree in the order of its paths, and what is known of attributes; null for who may not see it. */
export async function getCatalogueDesk(slug: string | null, actor: Actor): Promise<CatalogueDesk | null> {
  if (!isOperator(actor)) return null
  const [categories, attributes] = await Promise.all([
    sql.query<DeskCategory>(
      `select c.id, c.slug, p.slug as parent, c.name, c.path, c.position from category c
         left join category p on p.id = c.parent_id order by c.path`,
    ),
    sql.query<DeskAttribute>(
      'select code, name, type, unit, filterable, options from attribute order by position, code',
    ),
  ])
  const category = categories.rows.find((each) => each.slug === slug)
  if (!category) return { categories: categories.rows, attributes: attributes.rows, chosen: null }
  const [rules, counted] = await Promise.all([
    readRulesOf(category.slug),
    sql.query<{ count: number }>('select count(*) from (select from product where category_id = $1 limit 1000) p', [
      category.id,
    ]),
  ])
  const chosen = { category, rules, products: Number(counted.rows[0]?.count ?? 0) }
  return { categories: categories.rows, attributes: attributes.rows, chosen }
}
