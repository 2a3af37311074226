import { type Looked, matchSql, type Plan } from '@/lib/search'
import type { ListFilter } from '../schema'
import { facetSearch, newWhere, plainFilter, type Where } from './filter'
import type { Place } from './place'

/** A filter with what was looked up for it. `plan`: what its words ask; null where no words are asked for. */
export type Asked = { filter: ListFilter; place: Place; plan: Plan | null }

/** No list counts further, and no more goods are looked at to count or to rank them. */
export const BOUND = 1_000

/** SQL of the goods of a list. `whole`, `inFront`, `seen`: SQL of how far it is looked; see `matchSql`. */
export type Base = { tables: string; from: string; where: Where; whole: string; inFront: string; seen: string }

export const withinOf = ({ category, shop }: Place): string[] => [category?.id, shop].flatMap((id) => id ?? [])

export const chosenIn = (filter: ListFilter): [string, string[]][] =>
  Object.entries(filter.attributes ?? {}).filter(([, values]) => values.length > 0)

/** Is anything asked for beyond words and place? */
export const isNarrow = (filter: ListFilter): boolean =>
  chosenIn(filter).length > 0 ||
  filter.inStock === true ||
  filter.priceMin !== undefined ||
  filter.priceMax !== undefined

/** For lists without words. */
export const nothingLooked = { ranked: false, most: 0, few: false, enough: 0, leading: 0, ranks: 0, behind: false }

/** The place and what is not counted beside it; of a search the goods that its words mean. */
export function baseOf({ filter, place, plan }: Asked, looked: Omit<Looked, 'within'>): Base {
  const where = newWhere()
  plainFilter(where, filter, place)
  // Nearly all goods are written in every language: no filter that a search should be planned by.
  if (filter.language) where.conditions.push(`${where.add(filter.language)} = any(p.locales)`)
  if (plan === null) return { tables: '', from: 'product p', where, whole: 'true', inFront: 'false', seen: '0' }
  const { tables, ...far } = matchSql(plan, { ...looked, within: withinOf(place) }, where.add)
  return { tables: `${tables},`, from: 'm join product p on p.id = m.product_id', where, ...far }
}

type Choosing = { but?: string; leaf?: string | null }

/** All that was chosen, as conditions; `but`: the attribute that is left free, `leaf`: the one category that is asked. */
export function chooseIn(where: Where, filter: ListFilter, { but, leaf = null }: Choosing = {}): string[] {
  const { priceMin, priceMax } = filter
  return [
    ...chosenIn(filter).flatMap(([code, values]) => (code === but ? [] : [facetSearch(where, leaf, code, values)])),
    ...(priceMin === undefined ? [] : [`p.price >= ${where.add(priceMin)}::bigint`]),
    ...(priceMax === undefined ? [] : [`p.price <= ${where.add(priceMax)}::bigint`]),
  ]
}
