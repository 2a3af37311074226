import { Suspense } from 'react'
import { LanguageLinks, LanguageList } from '@/components/layout/language-links'
import type { Locale } from '@/lib/i18n'

// A path with an unknown parameter is only known at the request: until then the links lead to the home page.
export function Languages({ locale, short = false }: { locale: Locale; short?: boolean }) {
  return (
    <Suspense fallback={<LanguageList locale={locale} path="" short={short} />}>
      <LanguageLinks locale={locale} short={short} />
    </Suspense>
  )
}
