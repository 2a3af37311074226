import { matchSql, normalize, toTsQuery } from '@/lib/search'
import type { ListFilter } from '../schema'
import { newWhere, plainFilter, type Where } from './filter'

type Base = { from: string; where: Where; scored: boolean }

/** The rows a filter means, before attributes, order and paging. */
export function baseOf(filter: ListFilter): Base | null {
  const where = newWhere()
  plainFilter(where, filter)
  const asked = filter.q?.trim() ?? ''
  if (asked === '') return { from: 'product p', where, scored: false }
  const query = toTsQuery(asked)
  if (query === '') return null
  const match = matchSql(where.add(query), where.add(normalize(asked).slice(0, 80)))
  return { from: `(${match}) m join product p on p.id = m.product_id`, where, scored: true }
}

export const chosenIn = (filter: ListFilter): [string, string[]][] =>
  Object.entries(filter.attributes ?? {}).filter(([, values]) => values.length > 0)
