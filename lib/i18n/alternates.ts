import { defaultLocale, type Locale, locales } from '@/lib/i18n'

/** Canonical and hreflang of one page; `path` is what follows the locale, `written` the languages it exists in. */
export function alternates(locale: Locale, path: string, written: readonly Locale[] = locales) {
  const main = written.includes(defaultLocale) ? defaultLocale : (written[0] ?? defaultLocale)
  const languages: Record<string, string> = { 'x-default': `/${main}${path}` }
  for (const other of written) languages[other] = `/${other}${path}`
  return { canonical: `/${locale}${path}`, languages }
}
