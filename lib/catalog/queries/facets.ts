import type { Locale } from '@/lib/i18n'
import { prepared, type Tx } from '@/lib/kernel/db'
import { askedOf, isAsked } from '../facet-key'
import type { Facets, ListFilter } from '../schema'
import type { Attributes } from './attributes'
import { BOUND, baseOf, chosenIn, nothingLooked } from './base'
import { categoriesOf, type FacetRow, facetRowsSql, facetsOf, pricesOf } from './facet-rows'
import type { Found } from './found'
import { isCounted, type Place } from './place'

export const factsOf = (
  rows: readonly FacetRow[],
  attributes: Attributes,
  locale: Locale,
  found: Found,
  filter: ListFilter = {},
): Facets => ({
  facets: facetsOf(rows, attributes, locale, found.sampled, chosenIn(filter)),
  prices: pricesOf(rows),
  categories: categoriesOf(rows),
  exact: found.whole,
})

const all = { some: 'true', fits: 'true', bars: 'true', flags: [], key: 'true' }

/** What the first so many goods of a place are like. */
export async function sampleFacets(place: Place, locale: Locale, size: number, tx: Tx): Promise<FacetRow[]> {
  const { from, where } = baseOf({ filter: { language: locale }, place, plan: null }, nothingLooked)
  const { rows } = await tx.query<FacetRow>(
    `with base as materialized (
       select p.price, p.facets, p.category_ids from ${from} where ${where.conditions.join(' and ')} limit ${size})
     select * from (${facetRowsSql('base', all)}) counted`,
    where.params,
  )
  return rows
}

/** How much of a sample bears any of these values: between 0 and 1. Every good stands in one bar. */
export function sharesOf(rows: readonly FacetRow[]): (code: string, values: readonly string[]) => number {
  const borne = rows.filter(({ kind }) => kind === 'attribute')
  const size = rows.reduce((sum, { kind, count }) => (kind === 'bar' ? sum + count : sum), 0)
  return (code, values) => {
    const passes = isAsked(code, askedOf(code, values))
    return Math.min(
      1,
      borne.reduce((sum, { value, count }) => (passes(value) ? sum + count : sum), 0) / Math.max(1, size),
    )
  }
}

const readKept = prepared('select counted from category_facets where category_id = $1 and locale = $2')

/** What the worker has sampled of a whole category or of the market; null: of a small one, it did not. */
export async function readSampled(place: Place, locale: Locale, tx: Tx): Promise<FacetRow[] | null> {
  if (place.shop !== null) return null
  const { rows } = await tx.query<{ counted: FacetRow[] }>(readKept, [place.category?.id ?? '', locale])
  return rows[0]?.counted ?? null
}

/** Counts of everything in a place, and whether they are whole; of a large category they are the worker's. */
export async function readPlaceFacets(place: Place, locale: Locale, tx: Tx): Promise<[FacetRow[], whole: boolean]> {
  const whole = place.atMost !== null && place.atMost <= BOUND
  const sampled = !whole && isCounted(place) ? await readSampled(place, locale, tx) : null
  return sampled === null ? [await sampleFacets(place, locale, BOUND + 1, tx), whole] : [sampled, false]
}
