import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { noteSearch, type Plan, planSearch } from '@/lib/search'
import type { Facets, ListFilter, ProductList, Sort } from '../schema'
import { baseOf, chosenIn } from './base'
import { readCards } from './cards'
import { countFacets } from './facets'
import { afterCursor, attributeMatch, orderBy, orderOf, readCursor, writeCursor } from './filter'

const EXACT = 1000

async function readPlaces(filter: ListFilter, plan: Plan | null, sort: Sort, limit: number) {
  const base = baseOf(filter, plan, { ranked: sort === 'relevance' })
  if (base === null) return []
  const { from, where, scored } = base
  const order = orderOf(sort, scored)
  for (const [code, values] of chosenIn(filter)) where.conditions.push(attributeMatch(where, code, values))
  const place = filter.cursor === undefined ? null : readCursor(filter.cursor)
  if (place !== null) afterCursor(where, order, place)
  const { rows } = await sql.query<{ id: string; place: number[] }>(
    `select p.id, array[${order.keys.map((key) => `${key}::bigint`).join(', ')}]::text[]::float8[] as place
       from ${from} where ${where.conditions.join(' and ')} order by ${orderBy(order)} limit ${limit + 1}`,
    where.params,
  )
  return rows
}

async function readTotal(filter: ListFilter, plan: Plan | null): Promise<ProductList['total']> {
  const base = baseOf(filter, plan)
  if (base === null) return { value: 0, exact: true }
  const { from, where } = base
  for (const [code, values] of chosenIn(filter)) where.conditions.push(attributeMatch(where, code, values))
  const { rows } = await sql.query<{ count: number }>(
    `select count(*) from (select from ${from} where ${where.conditions.join(' and ')} limit ${EXACT + 1}) counted`,
    where.params,
  )
  const count = Number(rows[0]?.count ?? 0)
  return { value: Math.min(count, EXACT), exact: count <= EXACT }
}

const uncounted: Facets = { facets: [], prices: null, categories: [], exact: false }

const wordsOf = (plan: Plan | null): ProductList['words'] =>
  plan && { corrected: plan.corrected, relaxed: plan.relaxed, redirect: plan.redirect }

/** One page of a filtered list by key, with facets and a total that counts to a thousand. Never cached. */
export async function listProducts(filter: ListFilter, locale: Locale): Promise<ProductList> {
  const limit = Math.min(Math.max(filter.limit ?? 24, 1), 100)
  const sort = filter.sort ?? 'relevance'
  const counted = filter.facets !== false
  const asked = filter.q?.trim() ?? ''
  const plan = asked === '' ? null : await planSearch(asked)
  const [places, { exact: facetsExact, ...facets }, total] = await Promise.all([
    readPlaces(filter, plan, sort, limit),
    counted ? countFacets(filter, plan, locale) : uncounted,
    counted ? readTotal(filter, plan) : { value: 0, exact: false },
  ])
  const page = places.slice(0, limit)
  const last = places.length > limit ? page.at(-1) : undefined
  const items = await readCards(
    'select id, place from unnest($1::text[]) with ordinality as c(id, place)',
    [page.map((row) => row.id)],
    locale,
  )
  if (plan !== null && counted && filter.cursor === undefined) noteSearch(asked, locale, total.value)
  const nextCursor = last ? writeCursor(last.place) : null
  return { items, ...facets, facetsExact, total, nextCursor, words: wordsOf(plan) }
}

/** Did some list hand this cursor out? Machines answer 400 to any other. */
export const isCursor = (cursor: string): boolean => readCursor(cursor) !== null
