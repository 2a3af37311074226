import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { Plan } from '@/lib/search'
import type { Facet, Facets, ListFilter, PriceFacet } from '../schema'
import { type Attributes, readAttributes } from './attributes'
import { baseOf, chosenIn } from './base'
import { attributeMatch, type Where } from './filter'

// Beyond this many candidates the counts are of a sample; small markets are always exact.
const SAMPLE = 4_000
const BARS = 12

/** Values of one product, each once: attributes, attributes with several values, options of its variants. */
const valuesOf = (codes: string) => `
    select a.key as code, a.value #>> '{}' as value from jsonb_each(b.attributes) a
     where a.key = any(${codes}) and jsonb_typeof(a.value) <> 'array'
    union
    select a.key, x.value from jsonb_each(b.attributes) a,
      jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) x
     where a.key = any(${codes})
    union
    select o.key, o.value from variant v, jsonb_each_text(v.options) o
     where v.product_id = b.id and o.key = any(${codes})`

/** `kind`: attribute, category, bar (`value` is its number) or size (how many candidates there were). */
type Row = { kind: string; code: string; value: string; count: number; low: number | null; high: number | null }

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
  codes: string,
) => `
  with base as materialized (
    select p.id, p.price, p.attributes, p.category_ids, ${columns} from ${from}
     where ${where.conditions.join(' and ')} limit ${SAMPLE}),
  edge as (select min(price) as low, max(price) as high from base b where ${parts.every})
  select 'attribute' as kind, v.code, v.value, count(*), null::bigint as low, null::bigint as high
    from base b cross join lateral (${valuesOf(codes)}) v where ${parts.inPrice} and ${parts.others} group by 2, 3
  union all
  select 'category', '', c.id, count(*), null, null from base b, unnest(b.category_ids) c(id)
   where ${parts.inPrice} and ${parts.every} group by 3
  union all
  select 'bar', '', ${barSql}::text, count(*), min(e.low), max(e.high) from base b, edge e
   where ${parts.every} group by 3
  union all
  select 'size', '', '', count(*), null, null from base
  order by 4 desc, 3`

/** Counts per value, per category and along the prices. A facet ignores its own choice and respects all the others. */
export async function countFacets(filter: ListFilter, plan: Plan | null, locale: Locale): Promise<Facets> {
  const attributes = await readAttributes()
  const { priceMin: _min, priceMax: _max, ...anyPrice } = filter
  const base = baseOf(anyPrice, plan)
  if (base === null) return { facets: [], prices: null, categories: [], exact: true }
  const { from, where } = base
  const chosen = chosenIn(filter)
  const flags = chosen.map(([code, values], at) => `${attributeMatch(where, code, values)} as chosen_${at}`)
  const others = chosen.map(([code], at) => `(v.code = ${where.add(code)} or b.chosen_${at})`)
  const columns = [`${priceFlag(where, filter)} as in_price`, ...flags].join(', ')
  const every = chosen.map((_, at) => `b.chosen_${at}`)
  const parts = {
    inPrice: 'b.in_price',
    others: ['true', ...others].join(' and '),
    every: ['true', ...every].join(' and '),
  }
  const { rows } = await sql.query<Row>(
    statement(from, where, columns, parts, where.add(attributes.codes)),
    where.params,
  )
  const categories = rows.filter(({ kind }) => kind === 'category').map(({ value: id, count }) => ({ id, count }))
  const size = rows.find(({ kind }) => kind === 'size')?.count ?? 0
  return { facets: facetsOf(rows, attributes, locale), prices: pricesOf(rows), categories, exact: size < SAMPLE }
}

const facetsOf = (rows: readonly Row[], attributes: Attributes, locale: Locale): Facet[] =>
  attributes.codes.flatMap((code) => {
    const values = rows
      .filter((row) => row.kind === 'attribute' && row.code === code)
      .slice(0, 40)
      .map(({ value, count }) => ({
        value,
        label: attributes.value(code, value, locale),
        count,
        colour: attributes.colour(code, value),
      }))
    return values.length === 0 ? [] : [{ code, label: attributes.label(code, locale), values }]
  })

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
