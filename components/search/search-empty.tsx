import { categoryHref } from '@/components/layout/catalog-menu'
import { ProductGrid } from '@/components/product/product-grid'
import { EmptyState } from '@/components/ui/empty-state'
import { fill, type Locale } from '@/lib/i18n'
import { searchText } from '@/lib/i18n/messages/search'
import { countFilters, type Search, searchHref, unfiltered } from './search-address'
import type { SearchAnswer } from './search-answer'

type Empty = { search: Search; help: NonNullable<SearchAnswer['help']>; locale: Locale }
type Way = { key: string; href: string; name: string }

const everywhere = { ...unfiltered, category: null, sort: null }

/** Ways on, the nearest first: what was meant, less words, the whole market. */
function waysOf({ search, help, locale }: Empty): Way[] {
  const t = searchText[locale]
  const ask = (q: string, name = q): Way => ({
    key: name,
    href: searchHref(locale, { ...search, ...everywhere }, { q }),
    name,
  })
  const narrowed = search.q !== '' && (search.category !== null || countFilters(search) > 0)
  return [
    ...(help.meant === null ? [] : [ask(help.meant, fill(t.didYouMean, { q: help.meant }))]),
    ...(narrowed ? [ask(search.q, t.everywhere)] : []),
    ...help.shorter.map((q) => ask(q, fill(t.quoted, { q }))),
  ]
}

/** Nothing found is never the end: other words, filters off, a category, or what others buy. */
export function SearchEmpty(props: Empty) {
  const { search, help, locale } = props
  const t = searchText[locale]
  const filtered = countFilters(search) > 0
  const bare = searchHref(locale, search, unfiltered)
  const ways = waysOf(props)
  return (
    <>
      <EmptyState
        heading={filtered ? 'h2' : 'h1'}
        title={search.q === '' || filtered ? t.noneTitle : fill(t.noneFor, { q: search.q })}
        text={filtered ? t.noneFiltered : t.noneText}
        action={filtered ? { href: bare, label: t.clearFilters } : { href: `/${locale}`, label: t.toHome }}
      />
      {ways.length === 0 ? null : (
        <nav className="chosen centre-row" aria-label={t.tryThis}>
          {ways.map(({ key, href, name }) => (
            <a key={key} className="chip on" href={href} rel="nofollow">
              {name}
            </a>
          ))}
        </nav>
      )}
      <nav className="scroll mt-5" aria-label={t.categories}>
        {help.categories.map(({ name, path }) => (
          <a key={path.join('/')} className="chip" href={categoryHref(locale, path)}>
            {name}
          </a>
        ))}
      </nav>
      {help.popular.length === 0 ? null : (
        <section className="mt-9">
          <h2 className="mb-4">{t.maybe}</h2>
          <ProductGrid items={help.popular} locale={locale} columns={4} />
        </section>
      )}
    </>
  )
}
