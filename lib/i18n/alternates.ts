import { defaultLocale, type Locale, locales } from '@/lib/i18n'

/** What follows the locale in an address: the same in every language, or each language's own. */
export type PagePath = string | Readonly<Record<Locale, string>>

export const pathIn = (path: PagePath, locale: Locale): string =>
  `/${locale}${typeof path === 'string' ? path : path[locale]}`

/** Where somebody is sent whose language is none of ours. */
export const mainLocale = (written: readonly Locale[]): Locale =>
  written.includes(defaultLocale) ? defaultLocale : (written[0] ?? defaultLocale)

/** Canonical and hreflang of one page; `written`: the languages it exists in. */
export function alternates(locale: Locale, path: PagePath, written: readonly Locale[] = locales) {
  const languages: Record<string, string> = { 'x-default': pathIn(path, mainLocale(written)) }
  for (const other of written) languages[other] = pathIn(path, other)
  return { canonical: pathIn(path, locale), languages }
}
