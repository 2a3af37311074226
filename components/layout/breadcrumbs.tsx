import { categoryHref } from '@/components/layout/catalog-menu'
import type { Crumb } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'

export function Breadcrumbs({ crumbs, locale, last }: { crumbs: readonly Crumb[]; locale: Locale; last?: string }) {
  return (
    <nav className="crumbs" aria-label={catalogText[locale].breadcrumbs}>
      <a href={`/${locale}`}>{layoutText[locale].home}</a>
      {crumbs.map((crumb) => (
        <a key={crumb.slug} href={categoryHref(locale, crumb.path)}>
          {crumb.name}
        </a>
      ))}
      {last === undefined ? null : <span aria-current="page">{last}</span>}
    </nav>
  )
}
