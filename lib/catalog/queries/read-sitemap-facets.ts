import { sql } from '@/lib/kernel/db'
import { splitFacet } from '../facet-key'
import { withPages } from '../facet-policy'
import type { Facet, SitemapPage } from '../schema'
import { readAttributes } from './attributes'
import { inAll } from './read-sitemap'

type Row = { path: string[]; key: string; count: number }

// A thousand goods of a category tell which of its values are common: what is rare among them is not listed.
const SAMPLE = 1_000
const MOST_VALUES = 40
const MOST = 45_000

const readKeys = `
  select c.path, f.key, count(*)
    from category c
    cross join lateral (select p.facets from product p
                         where p.category_ids @> array[c.id] and p.status = 'active' limit ${SAMPLE}) b,
         unnest(b.facets) f(key)
   group by 1, 2 order by 1, 3 desc, 2`

function facetsOf(rows: readonly Row[], codes: ReadonlySet<string>): Facet[] {
  const facets = new Map<string, Facet>()
  for (const { key, count } of rows) {
    const [code, value] = splitFacet(key)
    if (!codes.has(code)) continue
    const facet = facets.get(code) ?? { code, label: code, values: [] }
    if (facet.values.length < MOST_VALUES) facet.values.push({ value, label: value, count, colour: null })
    facets.set(code, facet)
  }
  return [...facets.values()]
}

/** Pages of single values of facets: only those that the policy gives a page. */
export async function readSitemapFacets(): Promise<SitemapPage[]> {
  const [{ rows }, attributes] = await Promise.all([sql.query<Row>(readKeys), readAttributes()])
  const codes = new Set(attributes.codes)
  const byPath = new Map<string, Row[]>()
  for (const row of rows) {
    const path = row.path.join('/')
    byPath.set(path, [...(byPath.get(path) ?? []), row])
  }
  return [...byPath]
    .flatMap(([path, own]) =>
      withPages(facetsOf(own, codes), path.split('/')[0] ?? '').flatMap(({ values }) =>
        values.flatMap(({ page }) => (page === undefined ? [] : inAll(`/c/${path}/f/${page}`))),
      ),
    )
    .slice(0, MOST)
}
