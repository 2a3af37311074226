import type { BreadcrumbList, ItemList, WithContext } from 'schema-dts'
import { categoryHref } from '@/components/layout/catalog-menu'
import { productHref } from '@/components/product/product-card'
import type { Crumb, ProductCard } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'

/** From the home page to this one, as the page itself shows it. */
export function breadcrumbJsonLd(
  origin: string,
  locale: Locale,
  crumbs: readonly Crumb[],
  last?: { name: string; href: string },
): WithContext<BreadcrumbList> {
  const steps = [
    { name: layoutText[locale].home, href: `/${locale}` },
    ...crumbs.map((crumb) => ({ name: crumb.name, href: categoryHref(locale, crumb.path) })),
    ...(last ? [last] : []),
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + href,
    })),
  }
}

/** Addresses only: what a thing is stands on its own page. */
export const itemListJsonLd = (
  origin: string,
  locale: Locale,
  name: string,
  items: readonly ProductCard[],
  first = 1,
): WithContext<ItemList> => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  name,
  numberOfItems: items.length,
  itemListElement: items.map((item, index) => ({
    '@type': 'ListItem',
    position: first + index,
    url: origin + productHref(locale, item.slug),
  })),
})
