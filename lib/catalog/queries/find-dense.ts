import type { Tx } from '@/lib/kernel/db'
import { facetKey } from '../facet-key'
import { type Asked, BOUND, baseOf, chooseIn, chosenIn, isNarrow, nothingLooked } from './base'
import { type FacetRow, facetRowsSql } from './facet-rows'
import { sharesOf } from './facets'
import { ask, type Found, NAMED, statement, type Wanted } from './found'

/** Guessed as so many times the bound: values that go together less often than chance would are still beyond it. */
const SURELY = 3
/** Visiting a good costs as much as gathering so many from the lists of its values. */
const VISIT = 4
/** Visited are so many times those that should do: the best-selling goods may be a little different. */
const SPARE = 2

/** What most of a large place bears, as far as shares can tell. */
export type Density = {
  /** So many goods are visited in the order of what sells until enough fit; null: gathering is quicker. */
  visits: number | null
  /** Attributes whose other values so many goods bear that nobody counts them. */
  beyond: readonly string[]
  /** What the worker sampled of the place. */
  sample: readonly FacetRow[] | null
}

export const notDense: Density = { visits: null, beyond: [], sample: null }

/** Only where shares are known of everything that is asked: of values in a whole leaf or in the whole market. */
export function densityOf({ filter, place }: Asked, sample: readonly FacetRow[]): Density {
  const shares = sharesOf(sample)
  const { atMost, category, shop } = place
  const chosen = chosenIn(filter)
  const whole = shop === null && (category === null || category.leaf)
  if (atMost === null || !whole || isNarrow({ ...filter, attributes: {} })) return { ...notDense, sample }
  const shareOf = (but?: string) =>
    chosen.reduce((share, [code, values]) => (code === but ? share : share * shares(code, values)), 1)
  const share = shareOf()
  const fitting = share * atMost
  const visits = BOUND / share
  const quicker = visits < BOUND + fitting / VISIT
  return {
    visits: fitting > SURELY * BOUND && quicker ? Math.ceil(SPARE * visits) : null,
    beyond: chosen.flatMap(([code]) => (shareOf(code) * atMost > SURELY * BOUND ? [code] : [])),
    sample,
  }
}

/**
 * Filters that most goods of a large place pass: more than the bound are soon met in the order of what sells, and what is
 * met first is the page, too. Null: they were not, however often values go together elsewhere.
 */
export async function findDense(asked: Asked, wanted: Wanted, visits: number, tx: Tx): Promise<Found | null> {
  const base = baseOf(asked, nothingLooked)
  const { where } = base
  const visited = `(select p.* from product p where ${where.conditions.join(' and ')}
    order by p.sold_count desc, p.seq desc limit ${where.add(visits)}::bigint) p`
  const conditions = chooseIn(where, asked.filter)
  const codes = chosenIn(asked.filter).map(([code]) => where.add(facetKey(code, '')))
  const key = ['true', ...codes.map((code) => `not starts_with(f.key, ${code})`)].join(' and ')
  const popular = wanted.sort === 'relevance' || wanted.sort === 'popular'
  const parts = {
    base: { ...base, from: visited, where: { ...where, conditions: [] } },
    fits: 'true',
    columns: [],
    conditions,
    tables: `, part as materialized (select * from base limit ${NAMED})`,
    rows: facetRowsSql('part', { some: 'true', fits: 'true', bars: 'true', flags: [], key }),
  }
  const found = await ask(tx, statement(parts, asked, { ...wanted, sort: 'popular', after: null }), where.params)
  if (found.fit <= BOUND) return null
  return { ...found, whole: false, paged: popular && wanted.after === null }
}
