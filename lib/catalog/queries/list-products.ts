import type { Locale } from '@/lib/i18n'
import { frontFirst, noteSearch, type Plan, planSearch, searching, walking } from '@/lib/search'
import type { Facets, ListFilter, ProductList, Sort } from '../schema'
import { type Asked, baseOf, chosenIn, isNarrow, withinOf } from './base'
import { readCards } from './cards'
import { countFacets } from './facets'
import { afterCursor, facetMatch, orderBy, orderOf, readCursor, writeCursor } from './filter'
import { placeOf } from './place'

const EXACT = 1000
/** Of so many the best few are suggested: the next letter asks again. */
const SUGGESTED = 300

async function readPlaces(asked: Asked, sort: Sort, limit: number, many: boolean) {
  const { filter } = asked
  const few = filter.facets === false && limit <= 10 && filter.cursor === undefined ? SUGGESTED : undefined
  const base = baseOf(asked, { ranked: sort === 'relevance', few })
  if (base === null) return []
  const { from, where, scored } = base
  const order = orderOf(sort, scored)
  for (const [code, values] of chosenIn(filter)) where.conditions.push(facetMatch(where, code, values))
  const place = filter.cursor === undefined ? null : readCursor(filter.cursor)
  if (place !== null) afterCursor(where, order, place)
  const { rows } = await (many ? walking : searching).query<{ id: string; place: number[] }>(
    `select p.id, array[${order.keys.map((key) => `${key}::bigint`).join(', ')}]::text[]::float8[] as place
       from ${from} where ${where.conditions.join(' and ')} order by ${orderBy(order)} limit ${limit + 1}`,
    where.params,
  )
  return rows
}

async function readTotal(asked: Asked): Promise<ProductList['total']> {
  const base = baseOf(asked, isNarrow(asked.filter) ? {} : { few: EXACT + 1 })
  if (base === null) return { value: 0, exact: true }
  const { from, where } = base
  for (const [code, values] of chosenIn(asked.filter)) where.conditions.push(facetMatch(where, code, values))
  const { rows } = await searching.query<{ count: number }>(
    `select count(*) from (select from ${from} where ${where.conditions.join(' and ')} limit ${EXACT + 1}) counted`,
    where.params,
  )
  const count = Number(rows[0]?.count ?? 0)
  return { value: Math.min(count, EXACT), exact: count <= EXACT }
}

const uncounted: Facets = { facets: [], prices: null, categories: [], exact: false }
const uncountedTotal: ProductList['total'] = { value: 0, exact: false }
/** Counts that take too long are left out; the goods themselves are not. */
const unlessSlow =
  <T>(otherwise: T) =>
  (error: { code?: string }): T => {
    if (error.code !== '57014') throw error
    return otherwise
  }
const nothing: Omit<ProductList, 'words'> = {
  items: [],
  facets: [],
  prices: null,
  categories: [],
  facetsExact: true,
  total: { value: 0, exact: true },
  nextCursor: null,
}

const wordsOf = (plan: Plan | null): ProductList['words'] =>
  plan && { corrected: plan.corrected, relaxed: plan.relaxed, redirect: plan.redirect }

/** One page of a filtered list by key, with facets and a total that counts to a thousand. Never cached. */
export async function listProducts(wanted: ListFilter, locale: Locale): Promise<ProductList> {
  const language = wanted.language === undefined ? locale : wanted.language
  const filter = { ...wanted, language }
  const limit = Math.min(Math.max(filter.limit ?? 24, 1), 100)
  const sort = filter.sort ?? 'relevance'
  const counted = filter.facets !== false
  const words = filter.q?.trim() ?? ''
  const [plan, place] = await Promise.all([words === '' ? null : planSearch(words), placeOf(filter)])
  if (place === null) return { ...nothing, words: wordsOf(plan) }
  const broad = plan === null || isNarrow(filter) ? plan : await frontFirst(plan, withinOf(place))
  const asked: Asked = { filter, place, plan: broad }
  const counting =
    counted || chosenIn(filter).length > 0 ? readTotal(asked).catch(unlessSlow(uncountedTotal)) : uncountedTotal
  const [places, { exact: facetsExact, ...facets }, total] = await Promise.all([
    Promise.resolve(counting).then(({ exact }) =>
      readPlaces(asked, sort, limit, !exact && plan === null && chosenIn(filter).length > 0),
    ),
    counted ? countFacets(asked, locale).catch(unlessSlow(uncounted)) : uncounted,
    counting,
  ])
  const page = places.slice(0, limit)
  const last = places.length > limit ? page.at(-1) : undefined
  const items = await readCards(
    'select id, place from unnest($1::text[]) with ordinality as c(id, place)',
    [page.map((row) => row.id)],
    locale,
    language,
  )
  if (plan !== null && counted && filter.cursor === undefined) noteSearch(words, locale, total.value)
  const nextCursor = last ? writeCursor(last.place) : null
  return { items, ...facets, facetsExact, total, nextCursor, words: wordsOf(plan) }
}

/** Did some list hand this cursor out? Machines answer 400 to any other. */
export const isCursor = (cursor: string): boolean => readCursor(cursor) !== null
