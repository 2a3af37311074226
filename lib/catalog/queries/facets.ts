import type { Locale } from '@/lib/i18n'
import { sql } from '@/lib/kernel/db'
import type { Facet, ListFilter } from '../schema'
import { readAttributes } from './attributes'
import { baseOf, chosenIn } from './base'
import { attributeMatch } from './filter'

// Beyond this many candidates the counts are of a sample; small markets are always exact.
const SAMPLE = 4_000

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
        where ${where.conditions.join(' and ')} limit ${SAMPLE})
     select e.code, e.value, count(*) from base b cross join lateral (${valuesOf(codes)}) e
      where ${['true', ...others].join(' and ')}
      group by 1, 2 order by 3 desc, 2`,
    where.params,
  )
  return attributes.codes.flatMap((code) => {
    const values = rows
      .filter((row) => row.code === code)
      .slice(0, 40)
      .map(({ value, count }) => ({
        value,
        label: attributes.value(code, value, locale),
        count: Number(count),
        colour: attributes.colour(code, value),
      }))
    return values.length === 0 ? [] : [{ code, label: attributes.label(code, locale), values }]
  })
}
