import { matchSql, type Plan } from '@/lib/search'
import type { ListFilter } from '../schema'
import { newWhere, plainFilter, type Where } from './filter'
import type { Place } from './place'

type Base = { from: string; where: Where; scored: boolean }

/** A filter with what was looked up for it. `plan`: what its words ask; null where no words are asked for or left. */
export type Asked = { filter: ListFilter; place: Place; plan: Plan | null }

type Looked = { ranked?: boolean; few?: number | undefined }

/** The rows a filter means, before facets, order and paging. Null: its words say nothing. */
export function baseOf({ filter, place, plan }: Asked, { ranked = false, few }: Looked = {}): Base | null {
  const where = newWhere()
  plainFilter(where, filter, place)
  const filtered = where.conditions.length > 1 || chosenIn(filter).length > 0
  // Nearly all goods are written in every language: no filter that a search should be planned by.
  if (filter.language) where.conditions.push(`${where.add(filter.language)} = any(p.locales)`)
  const asked = filter.q?.trim() ?? ''
  if (asked === '') return { from: 'product p', where, scored: false }
  if (plan === null) return null
  const match = matchSql(plan, { add: where.add, within: withinOf(place), ranked, filtered, few })
  return { from: `(${match}) m join product p on p.id = m.product_id`, where, scored: true }
}

export const withinOf = ({ category, shop }: Place): string[] => [category?.id, shop].flatMap((id) => id ?? [])

/** Is anything asked for that is not in the documents? */
export const isNarrow = (filter: ListFilter): boolean =>
  chosenIn(filter).length > 0 ||
  filter.inStock === true ||
  filter.priceMin !== undefined ||
  filter.priceMax !== undefined

export const chosenIn = (filter: ListFilter): [string, string[]][] =>
  Object.entries(filter.attributes ?? {}).filter(([, values]) => values.length > 0)
