import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import type { Facet, ListFilter } from '../schema'
import { readAttributes } from './attributes'
import { baseOf, chosenIn } from './base'
import { attributeMatch } from './filter'

// Beyond this many candidates the counts are of a sample; small markets are always exact.
const SAMPLE = 4_000

const pairs = `
  select b.id, e.key as code, e.value from base b cross join lateral (
    select a.key, a.value #>> '{}' as value from jsonb_each(b.attributes) a where jsonb_typeof(a.value) <> 'array'
    union all
    select a.key, x.value from jsonb_each(b.attributes) a,
      jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) x
    union all
    select o.key, o.value from variant v, jsonb_each_text(v.options) o where v.product_id = b.id) e`

type Row = { code: string; value: string; count: number }

/** Counts per value. A facet ignores its own choice, so that one can widen it; it respects all the others. */
export async function readFacets(filter: ListFilter, locale: Locale): Promise<Facet[]> {
  const attributes = await readAttributes()
  const base = baseOf(filter)
  if (base === null || attributes.codes.length === 0) return []
  const { from, where } = base
  const chosen = chosenIn(filter)
  const flags = chosen.map(([code, values], at) => `${attributeMatch(where, code, values)} as chosen_${at}`)
  const others = chosen.map(([code], at) => `(e.code = ${where.add(code)} or b.chosen_${at})`)
  const codes = where.add(attributes.codes)
  const { rows } = await sql.query<Row>(
    `with base as materialized (
       select ${['p.id', 'p.attributes', ...flags].join(', ')} from ${from}
        where ${where.conditions.join(' and ')} limit ${SAMPLE}),
     e as (${pairs})
     select e.code, e.value, count(distinct e.id) from e join base b on b.id = e.id
      where ${[`e.code = any(${codes})`, ...others].join(' and ')}
      group by 1, 2 order by 3 desc, 2`,
    where.params,
  )
  return attributes.codes.flatMap((code) => {
    const values = rows.filter((row) => row.code === code).slice(0, 40).map(({ value, count }) => ({
      value,
      label: attributes.value(code, value, locale),
      count: Number(count),
      colour: attributes.colour(code, value),
    }))
    return values.length === 0 ? [] : [{ code, label: attributes.label(code, locale), values }]
  })
}
