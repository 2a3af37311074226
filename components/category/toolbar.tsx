import { Icon } from '@/components/ui/icon'
import type { Sort } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

const sortWords = (locale: Locale): readonly (readonly [Sort, string])[] => {
  const t = catalogText[locale]
  return [
    ['popular', t.sortPopular],
    ['rating', t.sortRating],
    ['price', t.sortCheap],
    ['-price', t.sortDear],
    ['new', t.sortNew],
  ]
}

/** Filters (a sheet on phones) and the order, both plain links. */
export function Toolbar({
  locale,
  hrefOf,
  current,
}: {
  locale: Locale
  hrefOf: (sort: Sort) => string
  current?: Sort | undefined
}) {
  const t = catalogText[locale]
  const words = sortWords(locale)
  return (
    <div className="toolbar">
      <a className="btn line sm only-phone" href="#filters">
        <Icon name="filter" />
        {t.filters}
      </a>
      <details className="sorter" name="menu">
        <summary className="btn line sm">
          {words.find(([sort]) => sort === current)?.[1] ?? t.sort}
          <Icon name="down" small />
        </summary>
        <div className="sort-sheet">
          {words.map(([sort, label]) => (
            <a key={sort} href={hrefOf(sort)} rel="nofollow" aria-current={sort === current ? 'true' : undefined}>
              {label}
            </a>
          ))}
        </div>
      </details>
    </div>
  )
}
