import { type Locale, locales } from '@/lib/i18n'
import { prepared, sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { searching } from '@/lib/search'
import { withPages } from '../facet-policy'
import type { CategoryPage } from '../schema'
import { knownAttributes } from './attributes'
import { facetsOf, pricesOf } from './facet-rows'
import { readPlaceFacets } from './facets'
import { branchOf, readCategoryTree, toCrumb } from './read-category-tree'
import { pagesOf, readPageOf } from './read-page-of'

const priceRange = prepared(`
  select min(edge.low), max(edge.high) from category c cross join lateral (
    select (select price from product p where p.status = 'active' and p.category_id = c.id and $2 = any(p.locales)
             order by price, seq limit 1) as low,
           (select price from product p where p.status = 'active' and p.category_id = c.id and $2 = any(p.locales)
             order by price desc, seq desc limit 1) as high) edge
   where c.path @> array[$1]`)

/** Of the whole category, not of a sample: it stands in what search engines show. Two steps into an index a leaf. */
async function readPriceRange(slug: string, locale: Locale): Promise<CategoryPage['priceRange']> {
  const { rows } = await sql.query<{ min: number | null; max: number | null }>(priceRange, [slug, locale])
  const { min, max } = rows[0] ?? {}
  return min == null || max == null ? null : { min: money(min, 'UZS'), max: money(max, 'UZS') }
}

const countsOf = prepared(`select t.locale, sum(t.n)::bigint as count
  from category c join product_tally t on t.subject = c.id where c.path @> array[$1] group by 1`)

/** How many goods are in and below a category in each language. */
async function readCounts(slug: string): Promise<ReadonlyMap<Locale, number>> {
  const { rows } = await sql.query<{ locale: Locale; count: number }>(countsOf, [slug])
  return new Map(rows.map(({ locale, count }) => [locale, count]))
}

export async function hasPage(slug: string, page: number, locale: Locale): Promise<boolean> {
  const there = branchOf(await readCategoryTree(locale), slug).at(-1)
  return there !== undefined && page <= pagesOf(there.count)
}

/** The languages that something is there in; of `own` it is known. */
export async function languagesOf(own: Locale, isThere: (other: Locale) => Promise<boolean>): Promise<Locale[]> {
  const known = await Promise.all(locales.map(async (each) => each === own || (await isThere(each))))
  return locales.filter((_, at) => known[at])
}

/** Null: no such category, its path is not this one, or the page is past the end. */
export async function readCategoryPage(
  path: readonly string[],
  page: number,
  locale: Locale,
): Promise<CategoryPage | null> {
  const branch = branchOf(await readCategoryTree(locale), path.at(-1) ?? '')
  const category = branch.at(-1)
  if (!category || category.path.join('/') !== path.join('/')) return null
  const pages = pagesOf(category.count)
  if (!Number.isInteger(page) || page < 1 || page > pages) return null
  const leaf = category.children.length === 0
  const place = { category: { id: category.id, leaf }, shop: null, atMost: category.count }
  const counts = readCounts(category.slug)
  const [items, [rows, facetsExact], attributes, prices, languages] = await Promise.all([
    readPageOf(leaf ? 'p.category_id = $1' : 'p.category_ids @> array[$1]', category.id, page, locale),
    readPlaceFacets(place, locale, searching),
    knownAttributes(),
    readPriceRange(category.slug, locale),
    languagesOf(locale, async (other) => page <= pagesOf((await counts).get(other) ?? 0)),
  ])
  return {
    category,
    crumbs: branch.map(toCrumb),
    items,
    facets: withPages(facetsOf(rows, attributes, locale), category.path[0] ?? ''),
    prices: pricesOf(rows),
    priceRange: prices,
    facetsExact,
    total: category.count,
    page,
    pages,
    languages,
  }
}
