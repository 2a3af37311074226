import type { Locale } from '@/lib/i18n'
import { noteSearch, type Plan, plannedOnce, planSearch, relaxPlan, searching, walking } from '@/lib/search'
import { facetKey } from '../facet-key'
import type { Facets, ListFilter, ProductList } from '../schema'
import { knownAttributes } from './attributes'
import { type Asked, BOUND, baseOf, chooseIn, chosenIn, isNarrow, nothingLooked } from './base'
import { cardSql, toCard } from './cards'
import type { FacetRow } from './facet-rows'
import { factsOf, readPlaceFacets, readSampled } from './facets'
import { afterCursor, orderBy, orderOf, readCursor, writeCursor } from './filter'
import { type Density, densityOf, findDense, notDense } from './find-dense'
import { asFitting, readFitting } from './fitting-variants'
import { type Found, findAmong, findFitting, type Wanted } from './found'
import { everywhere, isCounted, placeOf } from './place'

const uncounted: Facets = { facets: [], prices: null, categories: [], exact: false }
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

/** A page of a long list: the index in the list's order is walked. */
async function walk({ filter, place, plan }: Asked, { sort, limit, after }: Wanted): Promise<Found['items']> {
  const { where } = baseOf({ filter, place, plan }, nothingLooked)
  const order = orderOf(sort, false)
  const conditions = [...where.conditions, ...chooseIn(where, filter)]
  if (after !== null) conditions.push(afterCursor(where, order, after))
  const text = `
    select item.id, item.place, ${cardSql('item.id', filter.language ?? null)} as card
      from (select p.id, array[${order.keys.map((key) => `${key}::bigint`).join(', ')}]::float8[] as place
              from product p where ${conditions.join(' and ')} order by ${orderBy(order)} limit ${limit + 1}) item`
  if (chosenIn(filter).length > 0) return walking(text, where.params)
  return (await searching.query<Found['items'][number]>(text, where.params)).rows
}

type Page = Facets & { items: Found['items']; total: ProductList['total']; inFront: boolean; seen: number }

const pageOf = (found: Found, facts: Facets, items: Found['items']): Page => ({
  ...facts,
  items,
  total: { value: Math.min(found.fit, BOUND), exact: found.whole && found.fit <= BOUND },
  inFront: found.inFront,
  seen: found.seen,
})

/** Nothing is chosen in a place of many goods: all of it is counted already. */
async function readLong(asked: Asked, wanted: Wanted, locale: Locale): Promise<Page> {
  const [items, [rows]] = await Promise.all([
    walk(asked, wanted),
    wanted.counted ? readPlaceFacets(asked.place, locale, searching) : [[]],
  ])
  const total = { value: asked.place.atMost ?? 0, exact: true }
  if (!wanted.counted) return { ...uncounted, items, total, inFront: false, seen: 0 }
  const found = { items, rows, fit: 0, seen: 0, whole: false, inFront: false, paged: true, sampled: new Set<string>() }
  return { ...factsOf(rows, await knownAttributes(), locale, found), items, total, inFront: false, seen: 0 }
}

/** What could be chosen instead: bars beyond the chosen prices, and other values of what was not counted among all that fits. */
async function widen({ rows, whole }: Found, { filter, place }: Asked, { beyond, sample }: Density, locale: Locale) {
  const unseen = whole ? beyond : chosenIn(filter).map(([code]) => code)
  const codes = unseen.map((code) => facetKey(code, ''))
  const priced = filter.priceMin !== undefined || filter.priceMax !== undefined
  if (codes.length === 0 && !priced) return rows
  const all = sample ?? (await readPlaceFacets(place, locale, searching))[0]
  const isOther = ({ kind, value }: FacetRow) =>
    kind === 'attribute' ? codes.some((code) => value.startsWith(code)) : priced && kind === 'bar'
  return [...rows.filter((row) => !isOther(row)), ...all.filter(isOther)]
}

/** Of a place that the worker has sampled; elsewhere nothing is taken for granted. */
async function readDensity(asked: Asked, locale: Locale): Promise<Density> {
  if (!isCounted(asked.place) || chosenIn(asked.filter).length === 0) return notDense
  const rows = await readSampled(asked.place, locale, searching)
  return rows === null ? notDense : densityOf(asked, rows)
}

/** Words and nothing else: no choice that another plan would be better for. */
const isPlain = ({ filter, place, plan }: Asked) =>
  plan !== null && place.category === null && place.shop === null && !isNarrow(filter)

async function readPage(asked: Asked, wanted: Wanted, locale: Locale): Promise<Page> {
  const { filter, place, plan } = asked
  const few = plan !== null || (place.atMost !== null && place.atMost <= BOUND)
  if (!few && isCounted(place) && !isNarrow(filter)) return readLong(asked, wanted, locale)
  const density = few || !wanted.counted ? notDense : await readDensity(asked, locale)
  const { visits, beyond } = density
  const dense = visits === null ? null : await findDense(asked, wanted, visits, searching)
  const found =
    dense ??
    (await (few
      ? findAmong(asked, wanted, wanted.counted && isPlain(asked) ? plannedOnce : searching)
      : findFitting(asked, wanted, beyond, searching)))
  const [rows, items] = await Promise.all([
    few || !wanted.counted ? found.rows : widen(found, asked, density, locale),
    found.paged ? found.items : walk(asked, wanted),
  ])
  return pageOf(
    found,
    wanted.counted ? factsOf(rows, await knownAttributes(), locale, found, filter) : uncounted,
    items,
  )
}

/** Any of the words will do where no product has all of them. */
async function readWords(asked: Asked, wanted: Wanted, locale: Locale): Promise<[Page, Plan | null]> {
  const page = await readPage(asked, wanted, locale)
  if (asked.plan === null || page.total.value > 0) return [page, asked.plan]
  const none = isPlain(asked) && !wanted.behind && page.seen === 0
  const plan = await relaxPlan(asked.plan, searching, none)
  return plan === null ? [page, asked.plan] : [await readPage({ ...asked, plan }, wanted, locale), plan]
}

// Goods behind those that sell best come after all of them, with a place of their own.
const BEHIND = -1
const toCursor = (place: readonly number[], behind: boolean) => writeCursor(behind ? [BEHIND, ...place] : place)

/** Where a list goes on; goods that stand in front may all be shown, and more of them wait behind. */
function nextOf(items: Found['items'], { limit, behind }: Wanted, inFront: boolean): string | null {
  const last = items.length > limit ? items[limit - 1] : undefined
  if (last) return toCursor(last.place, behind)
  return inFront && items.length > 0 ? writeCursor([BEHIND]) : null
}

const wantedOf = (filter: ListFilter): Wanted => {
  const place = filter.cursor === undefined ? null : readCursor(filter.cursor)
  const behind = place?.[0] === BEHIND
  const after = behind ? place.slice(1) : place
  return {
    sort: filter.sort ?? 'relevance',
    limit: Math.min(Math.max(filter.limit ?? 24, 1), 100),
    after: after === null || after.length === 0 ? null : after,
    counted: filter.facets !== false,
    behind,
  }
}

async function readList(filter: ListFilter, wanted: Wanted, locale: Locale): Promise<ProductList> {
  const { language = locale } = filter
  const words = filter.q?.trim() ?? ''
  const [asked, place] = await Promise.all([
    words === '' ? null : planSearch(words, searching),
    // Words everywhere: how many goods there are changes nothing.
    words !== '' && filter.category === undefined && filter.shop === undefined
      ? everywhere
      : placeOf(filter, language, searching),
  ])
  if (place === null || (words !== '' && asked === null)) return { ...nothing, words: wordsOf(asked) }
  const [page, plan] = await readWords({ filter, place, plan: asked }, wanted, locale)
  const { items: places, total, exact: facetsExact, inFront, seen: _, ...facets } = page
  const shown = places.slice(0, wanted.limit)
  const ids = shown.map(({ id }) => id)
  const fitting = await readFitting(ids, filter, searching)
  const items = shown.flatMap(({ card }) => (card === null ? [] : asFitting(toCard(card, locale), fitting, locale)))
  const nextCursor = nextOf(places, wanted, inFront)
  return { items, ...facets, facetsExact, total, nextCursor, words: wordsOf(plan) }
}

const tookTooLong = (error: unknown) => (error as { code?: string }).code === '57014'

/** One page of a filtered list by key, with facets and a total that counts to a thousand. Never cached. */
export async function listProducts(given: ListFilter, locale: Locale): Promise<ProductList> {
  const filter = { ...given, language: given.language === undefined ? locale : given.language }
  const wanted = wantedOf(filter)
  const list = await readList(filter, wanted, locale).catch((error: unknown) => {
    // Counts that take too long are left out; the goods themselves are not.
    if (!wanted.counted || !tookTooLong(error)) throw error
    return readList(filter, { ...wanted, counted: false }, locale)
  })
  if (filter.q && wanted.counted && isWhole(filter)) noteSearch(filter.q.trim(), locale, list.total.value)
  return list
}

/** Asked of the whole market: what a filter leaves nothing of was found all the same. */
const isWhole = ({ category, shop, inStock, cursor, ...filter }: ListFilter): boolean =>
  [category, shop, inStock, cursor].every((narrower) => narrower === undefined) && !isNarrow(filter)

/** Did some list hand this cursor out? Machines answer 400 to any other. */
export const isCursor = (cursor: string): boolean => readCursor(cursor) !== null
