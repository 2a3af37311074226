import { matchSql, type Plan } from '@/lib/search'
import type { ListFilter } from '../schema'
import { newWhere, plainFilter, type Where } from './filter'

type Base = { from: string; where: Where; scored: boolean }

/** The rows a filter means, before attributes, order and paging. `plan`: what its words ask; null where none is left. */
export function baseOf(filter: ListFilter, plan: Plan | null, { ranked = false } = {}): Base | null {
  const where = newWhere()
  plainFilter(where, filter)
  const asked = filter.q?.trim() ?? ''
  if (asked === '') return { from: 'product p', where, scored: false }
  if (plan === null) return null
  const { category, shop } = filter
  const filtered = where.conditions.length > 1 || chosenIn(filter).length > 0
  const match = matchSql(plan, { add: where.add, within: { category, shop }, ranked, filtered })
  return { from: `(${match}) m join product p on p.id = m.product_id`, where, scored: true }
}

export const chosenIn = (filter: ListFilter): [string, string[]][] =>
  Object.entries(filter.attributes ?? {}).filter(([, values]) => values.length > 0)
