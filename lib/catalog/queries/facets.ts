import type { Locale } from '@/lib/i18n'
import { money } from '@/lib/kernel/money'
import { searching } from '@/lib/search'
import { facetKey, splitFacet } from '../facet-key'
import type { Facet, Facets, ListFilter, PriceFacet } from '../schema'
import { type Attributes, readAttributes } from './attributes'
import { type Asked, baseOf, chosenIn } from './base'
import { facetMatch, type Where } from './filter'

// Beyond this many candidates the counts are of a sample; small markets are always exact.
const SAMPLE = 4_000
const BARS = 12
const MOST_VALUES = 40

/** `kind`: attribute (`value` is its key), category, bar (`value` is its number) or size (how many candidates there were). */
type Row = { kind: string; value: string; count: number; low: number | null; high: number | null }

/** Does the price fit? A flag, not a condition: the bars show what lies beyond the chosen prices, too. */
function priceFlag(where: Where, { priceMin, priceMax }: ListFilter): string {
  const conditions = [
    ...(priceMin === undefined ? [] : [`p.price >= ${where.add(priceMin)}::bigint`]),
    ...(priceMax === undefined ? [] : [`p.price <= ${where.add(priceMax)}::bigint`]),
  ]
  return conditions.length === 0 ? 'true' : `(${conditions.join(' and ')})`
}

// The narrowest bar that can still be told from its neighbour is one soʻm wide.
const barSql = `least(${BARS - 1}, floor(${BARS} * ln(greatest(1, b.price) / greatest(1, e.low)::float8)
                  / greatest(0.000001, ln(greatest(1, e.high) / greatest(1, e.low)::float8))))::int`

const statement = (
  from: string,
  where: Where,
  columns: string,
  parts: Record<'inPrice' | 'others' | 'every', string>,
) => `
  with base as materialized (
    select p.price, p.facets, p.category_ids, ${columns} from ${from}
     where ${where.conditions.join(' and ')} limit ${SAMPLE}),
  edge as (select min(price) as low, max(price) as high from base b where ${parts.every})
  select 'attribute' as kind, f.key as value, count(*), null::bigint as low, null::bigint as high
    from base b, unnest(b.facets) f(key) where ${parts.inPrice} and ${parts.others} group by 2
  union all
  select 'category', c.id, count(*), null, null from base b, unnest(b.category_ids) c(id)
   where ${parts.inPrice} and ${parts.every} group by 2
  union all
  select 'bar', ${barSql}::text, count(*), min(e.low), max(e.high) from base b, edge e
   where ${parts.every} group by 2
  union all
  select 'size', '', count(*), null, null from base
  order by 3 desc, 2`

/** Counts per value, per category and along the prices. A facet ignores its own choice and respects all the others. */
export async function countFacets({ filter, place, plan }: Asked, locale: Locale): Promise<Facets> {
  const attributes = await readAttributes()
  const { priceMin: _min, priceMax: _max, ...anyPrice } = filter
  const base = baseOf({ filter: anyPrice, place, plan }, filter.inStock === true ? {} : { few: SAMPLE })
  if (base === null) return { facets: [], prices: null, categories: [], exact: true }
  const { from, where } = base
  const chosen = chosenIn(filter)
  const flags = chosen.map(([code, values], at) => `${facetMatch(where, code, values)} as chosen_${at}`)
  const others = chosen.map(([code], at) => `(starts_with(f.key, ${where.add(facetKey(code, ''))}) or b.chosen_${at})`)
  const columns = [`${priceFlag(where, filter)} as in_price`, ...flags].join(', ')
  const every = chosen.map((_, at) => `b.chosen_${at}`)
  const parts = {
    inPrice: 'b.in_price',
    others: ['true', ...others].join(' and '),
    every: ['true', ...every].join(' and '),
  }
  const { rows } = await searching.query<Row>(statement(from, where, columns, parts), where.params)
  const categories = rows.filter(({ kind }) => kind === 'category').map(({ value: id, count }) => ({ id, count }))
  const size = rows.find(({ kind }) => kind === 'size')?.count ?? 0
  return {
    facets: facetsOf(rows, attributes, locale),
    prices: pricesOf(rows),
    categories,
    exact: size < SAMPLE && plan?.broad !== true,
  }
}

function facetsOf(rows: readonly Row[], attributes: Attributes, locale: Locale): Facet[] {
  const known = new Map<string, Facet['values']>(attributes.codes.map((code) => [code, []]))
  for (const row of rows) {
    if (row.kind !== 'attribute') continue
    const [code, value] = splitFacet(row.value)
    const values = known.get(code)
    if (values === undefined || values.length >= MOST_VALUES) continue
    const label = attributes.value(code, value, locale)
    values.push({ value, label, count: row.count, colour: attributes.colour(code, value) })
  }
  return [...known].flatMap(([code, values]) =>
    values.length === 0 ? [] : [{ code, label: attributes.label(code, locale), values }],
  )
}

function pricesOf(rows: readonly Row[]): PriceFacet | null {
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
