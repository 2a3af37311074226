import { FacetForm } from '@/components/category/facet-form'
import { Toolbar } from '@/components/category/toolbar'
import { ProductGrid } from '@/components/product/product-grid'
import type { CategoryNode, ProductCard, ProductList } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { isFiltered, type Search, searchHref } from './search-address'
import { SearchCategories } from './search-categories'
import { SearchChips } from './search-chips'
import { SearchEmpty } from './search-empty'

type View = {
  search: Search
  found: ProductList
  /** The name of the category that is searched in. */
  category: string | null
  categories: readonly CategoryNode[]
  /** Shown only when nothing was found. */
  popular: readonly ProductCard[]
  locale: Locale
}

function Results({ search, found, locale }: Pick<View, 'search' | 'found' | 'locale'>) {
  const t = searchText[locale]
  return (
    <>
      <ProductGrid items={found.items} locale={locale} columns={4} eagerFirst />
      <nav className="pager" aria-label={t.more}>
        {search.cursor === null ? null : (
          <a className="btn line sm" href={searchHref(locale, search)} rel="nofollow">
            {t.toStart}
          </a>
        )}
        {found.nextCursor === null ? null : (
          <a className="btn two sm" href={searchHref(locale, search, { cursor: found.nextCursor })} rel="nofollow">
            {t.more}
          </a>
        )}
      </nav>
    </>
  )
}

/** What the words were taken for, and that only some of them were found. */
function Taken({ search, found, locale }: Pick<View, 'search' | 'found' | 'locale'>) {
  const t = searchText[locale]
  const { corrected = {}, relaxed = false } = found.words ?? {}
  const meant = [...new Set(Object.values(corrected))].join(', ')
  if (found.items.length === 0 || search.cursor !== null) return null
  return (
    <>
      {meant === '' ? null : <p className="muted">{fill(t.corrected, { meant })}</p>}
      {relaxed ? <p className="muted">{t.relaxed}</p> : null}
    </>
  )
}

const typed = (soum: number | null) => (soum === null ? undefined : String(soum))

export function SearchView({ search, found, category, categories, popular, locale }: View) {
  const t = searchText[locale]
  const heading = search.q === '' ? (category ?? t.allGoods) : fill(t.titleFor, { q: search.q })
  const { value, exact } = found.total
  const state = {
    q: search.q || undefined,
    category: search.category ?? undefined,
    shop: search.shop ?? undefined,
    sort: search.sort ?? undefined,
    priceMin: typed(search.priceMin),
    priceMax: typed(search.priceMax),
    chosen: search.chosen,
  }
  return (
    <div className="wrap pt-5">
      <div className="row between title-row">
        <h1>{heading}</h1>
        <span className="muted num" role="status">
          {fill(exact ? t.found : t.foundMany, { n: formatNumber(value) })}
        </span>
      </div>
      <Taken search={search} found={found} locale={locale} />
      <SearchCategories
        search={search}
        tree={categories}
        counts={found.categories}
        exact={found.facetsExact}
        locale={locale}
      />
      <SearchChips search={search} facets={found.facets} locale={locale} />
      <div className="layout">
        <FacetForm
          facets={found.facets}
          state={state}
          prices={found.prices}
          exact={found.facetsExact}
          locale={locale}
        />
        <div>
          {found.items.length === 0 && !isFiltered(search) ? null : (
            <Toolbar
              locale={locale}
              hrefOf={(sort) => searchHref(locale, search, { sort })}
              current={search.sort ?? undefined}
            />
          )}
          <h2 className="sr">{heading}</h2>
          {found.items.length > 0 ? (
            <Results search={search} found={found} locale={locale} />
          ) : (
            <SearchEmpty search={search} categories={categories} popular={popular} locale={locale} />
          )}
        </div>
      </div>
    </div>
  )
}
