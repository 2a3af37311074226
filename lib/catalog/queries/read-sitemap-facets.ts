import { sql } from '@/lib/kernel/db'
import { splitFacet } from '../facet-key'
import { withPages } from '../facet-policy'
import type { Facet, SitemapPage } from '../schema'
import { readAttributes } from './attributes'
import { inAll } from './read-sitemap'

// What sells best in a category tells which of its values are common: what is rare among that is not listed.
const SAMPLE = 500
const MOST_VALUES = 40
const MOST = 45_000

const readKeys = `
  select c.path, f.key, count(*)
    from category c
    cross join lateral (select p.facets from product p where p.category_id = c.id and p.status = 'active'
                         order by p.sold_count desc, p.seq desc limit ${SAMPLE}) b,
         unnest(b.facets) f(key)
   group by 1, 2`

type Counts = Map<string, number>

/** A category has what is below it, too. */
function byCategory(rows: readonly { path: string[]; key: string; count: number }[]): Map<string, Counts> {
  const counted = new Map<string, Counts>()
  for (const { path, key, count } of rows)
    for (let depth = 1; depth <= path.length; depth++) {
      const category = path.slice(0, depth).join('/')
      const counts = counted.get(category) ?? new Map()
      counted.set(category, counts.set(key, (counts.get(key) ?? 0) + count))
    }
  return counted
}

function facetsOf(counts: Counts, codes: ReadonlySet<string>): Facet[] {
  const facets = new Map<string, Facet>()
  for (const [key, count] of [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))) {
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
  const [{ rows }, attributes] = await Promise.all([
    sql.query<{ path: string[]; key: string; count: number }>(readKeys),
    readAttributes(),
  ])
  const codes = new Set(attributes.codes)
  return [...byCategory(rows)]
    .flatMap(([path, counts]) =>
      withPages(facetsOf(counts, codes), path.split('/')[0] ?? '').flatMap(({ values }) =>
        values.flatMap(({ page }) => (page === undefined ? [] : inAll(`/c/${path}/f/${page}`))),
      ),
    )
    .slice(0, MOST)
}
