import { scoreSql } from '@/lib/search'
import { facetKey } from '../facet-key'
import type { ListFilter, Sort } from '../schema'
import type { Place } from './place'

/** Builds the WHERE of a list; every value is a parameter. */
export type Where = { conditions: string[]; params: unknown[]; add(value: unknown): string }

export function newWhere(): Where {
  const params: unknown[] = []
  return { conditions: ["p.status = 'active'"], params, add: (value) => `$${params.push(value)}` }
}

/** Any of the values: one array of keys, answered by one index. */
export const facetMatch = (where: Where, code: string, values: readonly string[]): string =>
  `p.facets && ${where.add(values.map((value) => facetKey(code, value)))}::text[]`

/** The same inside one category without others below it: its goods that bear a value are a list of their own. */
export const facetMatchWithin = (where: Where, category: string, code: string, values: readonly string[]): string =>
  `facets_within(p.category_id, p.facets) && ${where.add(values.map((value) => `${category} ${facetKey(code, value)}`))}::text[]`

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
