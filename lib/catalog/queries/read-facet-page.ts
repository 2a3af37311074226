import type { Locale } from '@/lib/i18n'
import { facetKey } from '../facet-key'
import { choiceOf } from '../facet-policy'
import type { CategoryPage, FacetPage } from '../schema'
import { listProducts } from './list-products'
import { pagesOf, readPageOf } from './read-page-of'

const inside = 'p.category_ids @> array[$1] and p.facets @> array[$2]'

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
  const filter = { category: slug, attributes: { [code]: [value] }, sort: 'popular' as const }
  const found = await listProducts(filter, locale)
  const pages = pagesOf(found.total.value)
  if (found.total.value === 0 || !Number.isInteger(page) || page < 1 || page > pages) return null
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
  }
}
