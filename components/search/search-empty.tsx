import { categoryHref } from '@/components/layout/catalog-menu'
import { ProductGrid } from '@/components/product/product-grid'
import { EmptyState } from '@/components/ui/empty-state'
import type { CategoryNode, ProductCard } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { isFiltered, type Search, searchHref } from './search-address'

/** Nothing found is never the end: take the filters off, a category, or what others buy. */
export function SearchEmpty({
  search,
  categories,
  popular,
  locale,
}: {
  search: Search
  categories: readonly CategoryNode[]
  popular: readonly ProductCard[]
  locale: Locale
}) {
  const t = searchText[locale]
  const filtered = isFiltered(search)
  const bare = searchHref(locale, search, { chosen: {}, priceMin: null, priceMax: null, shop: null })
  return (
    <>
      <EmptyState
        title={search.q === '' ? t.noneTitle : fill(t.noneFor, { q: search.q })}
        text={filtered ? t.noneFiltered : t.noneText}
        action={filtered ? { href: bare, label: t.clearFilters } : { href: `/${locale}`, label: t.toHome }}
      />
      <nav className="scroll" aria-label={t.noneText}>
        {categories.map((category) => (
          <a key={category.id} className="chip" href={categoryHref(locale, category.path)}>
            {category.name}
          </a>
        ))}
      </nav>
      {popular.length === 0 ? null : (
        <section className="mt-9">
          <h2 className="mb-4">{t.maybe}</h2>
          <ProductGrid items={popular} locale={locale} columns={4} />
        </section>
      )}
    </>
  )
}
