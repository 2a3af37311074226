import { FacetForm } from '@/components/category/facet-form'
import { LoadMore } from '@/components/category/load-more'
import { Toolbar } from '@/components/category/toolbar'
import { ProductGrid } from '@/components/product/product-grid'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { foundLine } from './found-line'
import { countFilters, moreOf, type Search, searchHref, titleOf } from './search-address'
import type { SearchAnswer } from './search-answer'
import { SearchCategories } from './search-categories'
import { SearchChips } from './search-chips'
import { SearchEmpty } from './search-empty'

type View = { search: Search; answer: SearchAnswer; locale: Locale }

/** What the words were taken for, and that only some of them were found. */
function Taken({ search, answer: { found }, locale }: View) {
  const t = searchText[locale]
  const { corrected = {}, relaxed = false } = found.words ?? {}
  const meant = [...new Set(Object.values(corrected))].join(', ')
  if (found.items.length === 0 || search.cursor !== null) return null
  return (
    <>
      {meant === '' ? null : <p className="muted mb-3">{fill(t.corrected, { meant })}</p>}
      {relaxed ? <p className="muted mb-3">{t.relaxed}</p> : null}
    </>
  )
}

const typed = (soum: number | null) => (soum === null ? undefined : String(soum))

const stateOf = (search: Search) => ({
  q: search.q || undefined,
  category: search.category ?? undefined,
  shop: search.shop ?? undefined,
  sort: search.sort ?? undefined,
  priceMin: typed(search.priceMin),
  priceMax: typed(search.priceMax),
  chosen: search.chosen,
})

function Results({ search, answer, locale }: View) {
  const { found, help } = answer
  const t = searchText[locale]
  if (help !== null) return <SearchEmpty search={search} help={help} locale={locale} />
  return (
    <>
      <ProductGrid items={found.items} locale={locale} columns={4} eagerFirst />
      {search.cursor === null ? null : (
        <p className="more">
          <a className="btn line sm" href={searchHref(locale, search)} rel="nofollow">
            {t.toStart}
          </a>
        </p>
      )}
      <LoadMore
        key={searchHref(locale, search)}
        next={found.nextCursor === null ? null : moreOf(locale, { ...search, cursor: found.nextCursor })}
        locale={locale}
      />
    </>
  )
}

export function SearchView({ search, answer, locale }: View) {
  const { found, branches, shop, help } = answer
  const heading = titleOf(search, answer, locale)
  const filters = countFilters(search)
  // Nothing to filter, nothing to order.
  if (help !== null && filters === 0)
    return (
      <div className="wrap pt-5">
        <SearchEmpty search={search} help={help} locale={locale} />
      </div>
    )
  return (
    <div className="wrap pt-5">
      <div className="row between title-row">
        <h1 tabIndex={-1}>{heading}</h1>
        <span className="muted num">{foundLine(found.total, locale)}</span>
      </div>
      <Taken search={search} answer={answer} locale={locale} />
      <SearchCategories search={search} branches={branches} exact={found.facetsExact} locale={locale} />
      <div className="layout">
        {/* What a browser keeps of a form is not what the next answer says. */}
        <FacetForm
          key={searchHref(locale, search)}
          facets={found.facets}
          state={stateOf(search)}
          prices={found.prices}
          exact={found.facetsExact}
          goods={found.total.exact ? found.total.value : null}
          locale={locale}
        />
        <div>
          <Toolbar
            locale={locale}
            usual={search.q === '' ? 'popular' : 'relevance'}
            current={search.sort ?? undefined}
            filters={filters}
            chips={<SearchChips search={search} facets={found.facets} shop={shop} locale={locale} />}
          />
          <h2 className="sr">{heading}</h2>
          <Results search={search} answer={answer} locale={locale} />
        </div>
      </div>
    </div>
  )
}
