import type { Locale } from '@/lib/i18n'
import { searching } from '@/lib/search'
import { facetKey } from '../facet-key'
import { choiceOf, withPages } from '../facet-policy'
import type { CategoryPage, FacetChoice, FacetPage } from '../schema'
import { knownAttributes } from './attributes'
import { facetsOf } from './facet-rows'
import { readPlaceFacets } from './facets'
import { listProducts } from './list-products'
import { languagesOf } from './read-category-page'
import { branchOf, readCategoryTree } from './read-category-tree'
import { pagesOf, readPageOf } from './read-page-of'

const inside = 'p.category_ids @> array[$1] and p.facets @> array[$2]'

const filterOf = (slug: string, { code, value }: Pick<FacetChoice, 'code' | 'value'>) => ({
  category: slug,
  attributes: { [code]: [value] },
  sort: 'popular' as const,
})

/** Has a value a page in a language? By the same counts that links and sitemap are made by. */
export async function hasFacet(slug: string, segment: string, locale: Locale): Promise<boolean> {
  const category = branchOf(await readCategoryTree(locale), slug).at(-1)
  if (category === undefined || category.count === 0) return false
  const leaf = category.children.length === 0
  const place = { category: { id: category.id, leaf }, shop: null, atMost: category.count }
  const [rows] = await readPlaceFacets(place, locale, searching)
  const facets = withPages(facetsOf(rows, await knownAttributes(), locale), category.path[0] ?? '')
  return choiceOf(facets, segment) !== null
}

/** The same of a page of so high a number. */
async function hasPage(slug: string, choice: FacetChoice, page: number, locale: Locale): Promise<boolean> {
  if (!(await hasFacet(slug, choice.segment, locale))) return false
  if (page === 1) return true
  const { total } = await listProducts({ ...filterOf(slug, choice), facets: false, limit: 1 }, locale)
  return page <= pagesOf(total.value)
}

/** A value of a facet in a category, as a page of its own. Null: it has none, or the page is past the end. */
export async function readFacetPage(
  whole: CategoryPage,
  segment: string,
  page: number,
  locale: Locale,
): Promise<FacetPage | null> {
  const choice = choiceOf(whole.facets, segment)
  if (choice === null) return null
  const { id, slug } = whole.category
  const { code, value } = choice
  const found = await listProducts(filterOf(slug, choice), locale)
  const pages = pagesOf(found.total.value)
  if (found.total.value === 0 || !Number.isInteger(page) || page < 1 || page > pages) return null
  const languages = await languagesOf(locale, (other) => hasPage(slug, choice, page, other))
  const items = page === 1 ? found.items : await readPageOf(inside, [id, facetKey(code, value)], page, locale)
  return {
    ...whole,
    choice,
    items,
    facets: found.facets,
    prices: found.prices,
    priceRange: found.prices === null ? null : { min: found.prices.min, max: found.prices.max },
    facetsExact: found.facetsExact,
    total: found.total.value,
    totalExact: found.total.exact,
    page,
    pages,
    languages,
  }
}
