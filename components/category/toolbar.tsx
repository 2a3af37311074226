import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Sort } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { filterForm } from './filter-form'
import { ViewSwitch } from './view-switch'

const sortWords = (locale: Locale, usual: Sort): readonly (readonly [Sort, string])[] => {
  const t = catalogText[locale]
  return [
    ...(usual === 'relevance' ? [['relevance', t.sortBest] as const] : []),
    ['popular', t.sortPopular],
    ['rating', t.sortRating],
    ['price', t.sortCheap],
    ['-price', t.sortDear],
    ['new', t.sortNew],
  ]
}

/** Filters (a sheet on phones), the order, what is chosen, and how the goods stand: buttons of the filters' form. */
export function Toolbar({
  locale,
  usual = 'popular',
  current = usual,
  filters = 0,
  chips,
  sheet = true,
}: {
  locale: Locale
  /** The order of whoever chose none, */
  usual?: 'popular' | 'relevance'
  current?: Sort | undefined
  /** How many are chosen. */
  filters?: number
  chips?: ReactNode
  /** Is there a sheet of filters? */
  sheet?: boolean
}) {
  const t = catalogText[locale]
  const words = sortWords(locale, usual)
  return (
    <div className="toolbar">
      {sheet ? (
        <a className="btn line sm only-phone" href="#filters">
          <Icon name="filter" />
          {filters === 0 ? t.filters : `${t.filters} · ${filters}`}
        </a>
      ) : null}
      <details className="sorter" name="menu">
        <summary className="btn line sm">
          {words.find(([sort]) => sort === current)?.[1] ?? t.sort}
          <Icon name="down" small />
        </summary>
        <div className="sort-sheet">
          {words.map(([sort, label]) => (
            <button
              key={sort}
              type="submit"
              form={filterForm}
              name="sort"
              value={sort}
              aria-current={sort === current ? 'true' : undefined}
            >
              {label}
            </button>
          ))}
        </div>
      </details>
      {chips}
      <ViewSwitch label={t.view} grid={t.viewGrid} list={t.viewList} />
    </div>
  )
}
