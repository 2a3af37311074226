import { prepared, sql, type Tx } from '@/lib/kernel/db'
import type { AttributeRule } from '../schema'

// What stands above comes first; required anywhere on the way down is required below.
const select = prepared(`
  select a.code, a.name, a.type, a.unit, a.options, a.filterable, bool_or(ca.required) as required,
         (array_agg(c.slug order by cardinality(c.path)))[1] as from
    from category_attribute ca join attribute a on a.code = ca.code join category c on c.id = ca.category_id
   where ca.category_id = any($1)
   group by a.code
   order by min(cardinality(c.path)), min(ca.position), a.position, a.code`)

/** The attributes of a category with those of all above it; `ids` are it and all above. */
export async function readCategoryRules(ids: readonly string[], tx: Tx = sql): Promise<AttributeRule[]> {
  const { rows } = await tx.query<AttributeRule>(select, [ids])
  return rows
}

/** The same by slug, for forms. */
export async function readRulesOf(slug: string, tx: Tx = sql): Promise<AttributeRule[]> {
  const { rows } = await tx.query<{ ids: string[] }>(
    'select array(select a.id from category a where a.slug = any(c.path)) as ids from category c where c.slug = $1',
    [slug],
  )
  return rows[0] ? readCategoryRules(rows[0].ids, tx) : []
}
