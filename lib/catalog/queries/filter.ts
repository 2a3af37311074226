import type { NumberRange } from '@/lib/kernel/number-range'
import { scoreSql } from '@/lib/search'
import { type AskedValues, askedOf, facetKey } from '../facet-key'
import type { ListFilter, Sort } from '../schema'
import type { Place } from './place'

/** Builds the WHERE of a list; every value is a parameter. */
export type Where = { conditions: string[]; params: unknown[]; add(value: unknown): string }

export function newWhere(): Where {
  const params: unknown[] = []
  return { conditions: ["p.status = 'active'"], params, add: (value) => `$${params.push(value)}` }
}

const overlaps = (where: Where, keys: readonly string[]) => `p.facets && ${where.add(keys)}::text[]`

/** `{[1000,2000],[3000,]}`: however many there are, a statement has one place for them. */
const multirange = (ranges: readonly NumberRange[]): string =>
  `{${ranges.map(({ from, to }) => `[${from ?? ''},${to ?? ''}]`).join(',')}}`

/**
 * Buckets at the ends hold more than a range asks for: the number itself decides. Only what looks like one is taken for
 * one. A product's keys are spread out in the list of what is selected: as a table they cost half as much again.
 */
function bearsSql(where: Where, code: string, { keys, inner, ranges }: AskedValues): string {
  const number = `substr(f.key, ${where.add(code.length + 2)}::int)`
  return `(${overlaps(where, [...keys, ...inner])} or exists (
    select from (select unnest(p.facets) as key) f where starts_with(f.key, ${where.add(facetKey(code, ''))})
       and case when ${number} ~ '^-?[0-9]{1,12}([.][0-9]{1,6})?$'
                then ${number}::numeric <@ ${where.add(multirange(ranges))}::nummultirange else false end))`
}

/** Any of the values, of goods that are at hand already. */
export function facetMatch(where: Where, code: string, values: readonly string[]): string {
  const asked = askedOf(code, values)
  return asked.ranges.length === 0 ? overlaps(where, asked.keys) : bearsSql(where, code, asked)
}

/**
 * Any of the values: one array of keys, answered by one index. Inside one category without others below it goods that
 * bear a value are a list of their own.
 */
export function facetSearch(where: Where, leaf: string | null, code: string, values: readonly string[]): string {
  const asked = askedOf(code, values)
  const keys = [...asked.keys, ...asked.buckets]
  const found =
    leaf === null
      ? overlaps(where, keys)
      : `facets_within(p.category_id, p.facets) && ${where.add(keys.map((key) => `${leaf} ${key}`))}::text[]`
  return asked.ranges.length === 0 ? found : `${found} and ${bearsSql(where, code, asked)}`
}

/** Everything but words and what is counted beside a list: attributes and prices. */
export function plainFilter(where: Where, filter: ListFilter, place: Place): void {
  const { inStock } = filter
  const { category, shop } = place
  // A leaf has an index of its own in the order of lists; the rest of the tree is found by the ids of all above.
  if (category?.leaf === true) where.conditions.push(`p.category_id = ${where.add(category.id)}`)
  else if (category !== null) where.conditions.push(`p.category_ids @> array[${where.add(category.id)}]`)
  if (shop !== null) where.conditions.push(`p.shop_id = ${where.add(shop)}`)
  if (inStock === true) where.conditions.push('p.in_stock')
}

export type Order = { keys: string[]; descending: boolean[] }

const orders: Record<Sort, Order> = {
  relevance: { keys: ['p.sold_count', 'p.seq'], descending: [true, true] },
  price: { keys: ['p.price', 'p.seq'], descending: [false, false] },
  '-price': { keys: ['p.price', 'p.seq'], descending: [true, true] },
  new: { keys: ['p.seq'], descending: [true] },
  popular: { keys: ['p.sold_count', 'p.seq'], descending: [true, true] },
  rating: { keys: ['p.rating', 'p.rating_count', 'p.seq'], descending: [true, true, true] },
}

/** Words are ordered by their score; without words relevance is what sells. */
export const orderOf = (sort: Sort, scored: boolean): Order =>
  sort === 'relevance' && scored ? { keys: [scoreSql, 'p.seq'], descending: [true, true] } : orders[sort]

export const orderBy = ({ keys, descending }: Order): string =>
  keys.map((key, at) => `${key}${descending[at] ? ' desc' : ''}`).join(', ')

/** Rows behind the cursor: all keys run one way, so one row comparison walks the index. */
export function afterCursor(where: Where, order: Order, place: readonly number[]): string {
  if (place.length !== order.keys.length) return 'true'
  const sign = order.descending[0] ? '<' : '>'
  const values = place.map((value) => `${where.add(value)}::bigint`).join(', ')
  return `(${order.keys.join(', ')}) ${sign} (${values})`
}

export const writeCursor = (place: readonly number[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Null for text that no list ever handed out. */
export function readCursor(cursor: string): number[] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const whole = Array.isArray(place) && place.length <= 3 && place.every((value) => Number.isSafeInteger(value))
    return whole ? (place as number[]) : null
  } catch {
    return null
  }
}
