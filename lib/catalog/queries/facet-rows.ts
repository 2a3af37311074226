import type { Locale } from '@/lib/i18n'
import { money } from '@/lib/kernel/money'
import { readRange } from '@/lib/kernel/number-range'
import { numberIn, splitFacet } from '../facet-key'
import type { Facet, PriceFacet } from '../schema'
import { bySize } from '../size-order'
import type { Attributes } from './attributes'
import { type NumberCount, numberFacet } from './number-facet'

/** `kind`: attribute (`value` is its key), category, or bar (`value` is its number, `low` and `high` the edges of all). */
export type FacetRow = { kind: string; value: string; count: number; low: number | null; high: number | null }

const BARS = 12
const MOST_VALUES = 40

// The narrowest bar that can still be told from its neighbour is one soʻm wide.
const barSql = `least(${BARS - 1}, floor(${BARS} * ln(greatest(1, b.price) / greatest(1, e.low)::float8)
                  / greatest(0.000001, ln(greatest(1, e.high) / greatest(1, e.low)::float8))))::int`

/** SQL of what each key of an array stands in so many rows: goods that have the same ones are counted together. */
export const keysSql = (kind: string, array: string, from: string, flags: readonly string[], key: string): string => `
  select '${kind}' as kind, f.key as value, sum(f.n)::bigint as count, null::bigint as low, null::bigint as high
    from (select unnest(b.keys) as key, b.* from (
            select ${[`b.${array} as keys`, 'count(*) as n', ...flags.map((flag) => `b.${flag}`)].join(', ')}
              from ${from} group by ${[`b.${array}`, ...flags.map((flag) => `b.${flag}`)].join(', ')}) b) f
   where ${key} group by 2`

type Counted = {
  /** Which goods count for values, for categories, for prices. */
  some: string
  fits: string
  bars: string
  /** Columns that `key` reads. */
  flags: readonly string[]
  /** Which goods, known by their flags, count for the value `f.key`. */
  key: string
}

/**
 * SQL of `FacetRow`s of a table with price, facets and category_ids. The edges of all are materialized: for each of the
 * few that the planner expects it would look for them anew.
 */
export const facetRowsSql = (table: string, { some, fits, bars, flags, key }: Counted): string => `
  ${keysSql('attribute', 'facets', `${table} b where ${some}`, flags, key)}
  union all
  ${keysSql('category', 'category_ids', `${table} b where ${fits}`, [], 'true')}
  union all
  (with e as materialized (select min(price) as low, max(price) as high from ${table} b where ${bars})
   select 'bar', ${barSql}::text, count(*), min(e.low), max(e.high) from ${table} b, e where ${bars} group by 2)`

const fullestFirst = (a: FacetRow, b: FacetRow) => b.count - a.count || (a.value < b.value ? -1 : 1)

type Chosen = readonly (readonly [code: string, values: readonly string[]])[]

/** Values that are chosen and that no goods have: whoever chose them can see them and take them back. */
const lacking = (values: Facet['values'], chosen: readonly string[]): string[] =>
  [...new Set(chosen)].filter((one) => readRange(one) === null && !values.some(({ value }) => value === one))

/** The same of a range of numbers. */
function emptyRange(chosen: readonly string[], unit: string | null): Pick<Facet, 'values' | 'range'> | null {
  const ends = chosen.flatMap((value) => Object.values(readRange(value) ?? {}).filter((end) => end !== null))
  return ends.length === 0 ? null : { values: [], range: { min: Math.min(...ends), max: Math.max(...ends), unit } }
}

/** `sampled`: attributes whose other values were not counted whole. */
export function facetsOf(
  rows: readonly FacetRow[],
  attributes: Attributes,
  locale: Locale,
  sampled: ReadonlySet<string> = new Set(),
  asked: Chosen = [],
): Facet[] {
  const chosen = new Map(asked)
  const known = new Map<string, Facet['values']>(attributes.codes.map((code) => [code, []]))
  const numbers = new Map([...attributes.ranged].map((code): [string, NumberCount[]] => [code, []]))
  for (const row of rows.filter(({ kind }) => kind === 'attribute').sort(fullestFirst)) {
    const [code, value] = splitFacet(row.value)
    const number = numbers.get(code) && numberIn(value)
    if (number != null) numbers.get(code)?.push({ number, count: row.count })
    const values = numbers.has(code) ? undefined : known.get(code)
    if (values === undefined) continue
    if (values.length >= MOST_VALUES && chosen.get(code)?.includes(value) !== true) continue
    const label = attributes.value(code, value, locale)
    values.push({ value, label, count: row.count, colour: attributes.colour(code, value) })
  }
  return [...known].flatMap(([code, values]) => {
    const [own, unit] = [chosen.get(code) ?? [], attributes.unit(code, locale)]
    const counted = numbers.get(code)
    for (const value of counted === undefined ? lacking(values, own) : [])
      values.push({
        value,
        label: attributes.value(code, value, locale),
        count: 0,
        colour: attributes.colour(code, value),
      })
    const ranged = counted && (numberFacet(counted, unit, locale) ?? emptyRange(own, unit))
    const shape = ranged ?? { values: bySize(values) }
    if (shape.values.length === 0 && shape.range === undefined) return []
    return [
      { code, label: attributes.label(code, locale), ...shape, ...(sampled.has(code) && { sampled: true as const }) },
    ]
  })
}

export const categoriesOf = (rows: readonly FacetRow[]) =>
  rows
    .filter(({ kind }) => kind === 'category')
    .sort(fullestFirst)
    .map(({ value: id, count }) => ({ id, count }))

export function pricesOf(rows: readonly FacetRow[]): PriceFacet | null {
  const bars = rows.filter(({ kind }) => kind === 'bar')
  const { low, high } = bars[0] ?? {}
  if (low == null || high == null) return null
  const edge = (at: number) => Math.round(low * (high / Math.max(1, low)) ** (at / BARS))
  return {
    min: money(low, 'UZS'),
    max: money(high, 'UZS'),
    bars: Array.from({ length: BARS }, (_, at) => ({
      from: money(edge(at), 'UZS'),
      to: money(edge(at + 1), 'UZS'),
      count: bars.find(({ value }) => Number(value) === at)?.count ?? 0,
    })),
  }
}
