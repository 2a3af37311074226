'use client'

import { usePathname } from 'next/navigation'
import type { MouseEvent } from 'react'
import { type Locale, localeNames, locales } from '@/lib/i18n'

/** The same page in the other languages; the path is known while a static page is made, so they work without script. */
export function LanguageLinks({ locale, short = false }: { locale: Locale; short?: boolean }) {
  const path = usePathname().replace(/^\/[^/]+/, '')
  return <LanguageList locale={locale} path={path} short={short} />
}

/**
 * The page says in its head where it stands in the other languages: goods have a name, and so an address, in each. A
 * search stays the same search; it is not read before, or a static page would have to wait for it.
 */
const leadTo = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
  const there = document.head.querySelector<HTMLLinkElement>(`link[hreflang="${currentTarget.hreflang}"]`)
  if (there) currentTarget.pathname = new URL(there.href).pathname
  currentTarget.search = location.search
}

const shortNames: Record<Locale, string> = { uz: 'OʻZ', ru: 'РУ', en: 'EN' }

export function LanguageList({ locale, path, short = false }: { locale: Locale; path: string; short?: boolean }) {
  return locales.map((other) => (
    <a
      key={other}
      href={`/${other}${path}`}
      hrefLang={other}
      lang={other}
      aria-current={other === locale ? 'true' : undefined}
      aria-label={short ? localeNames[other] : undefined}
      onClick={leadTo}
    >
      {short ? shortNames[other] : localeNames[other]}
    </a>
  ))
}
