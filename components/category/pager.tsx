import { Icon } from '@/components/ui/icon'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

/** First, last and the neighbours; a gap is a negative number. */
export function pagesAround(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((n, index) => (index > 0 && n - (sorted[index - 1] ?? n) > 1 ? [-n, n] : [n]))
}

/** Real links to pages of their own, for readers and engines alike. */
export function Pager({
  page,
  pages,
  hrefOf,
  locale,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
  locale: Locale
}) {
  const t = catalogText[locale]
  if (pages < 2) return null
  return (
    <nav className="pager num" aria-label={t.pager}>
      {page > 1 ? (
        <a className="btn line sm" href={hrefOf(page - 1)} rel="prev" aria-label={t.previous}>
          <Icon name="left" small />
        </a>
      ) : null}
      {pagesAround(page, pages).map((n) =>
        n < 0 ? (
          <span key={n} className="muted">
            …
          </span>
        ) : (
          <a
            key={n}
            className={n === page ? 'btn sm solid' : 'btn sm line'}
            href={hrefOf(n)}
            aria-label={fill(t.page, { n })}
            aria-current={n === page ? 'page' : undefined}
          >
            {n}
          </a>
        ),
      )}
      {page < pages ? (
        <a className="btn line sm" href={hrefOf(page + 1)} rel="next">
          {t.next}
          <Icon name="right" small />
        </a>
      ) : null}
    </nav>
  )
}
