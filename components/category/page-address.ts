import type { Onward } from '@/components/search/search-answer'
import type { Locale } from '@/lib/i18n'

/** The address of page n of a list of the catalogue; `list` is what stands between the locale and the number. */
export const pageHref = (locale: Locale, list: string, n: number): string =>
  `/${locale}/${list}${n === 1 ? '' : `/p/${n}`}`

/** The same page, for people and as JSON. */
export const pageOf = (locale: Locale, list: string, n: number): Onward => ({
  href: pageHref(locale, list, n),
  from: `/${locale}/search/more?list=${encodeURIComponent(list)}&page=${n}`,
})
