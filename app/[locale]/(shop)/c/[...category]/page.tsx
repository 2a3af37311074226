import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { CategoryView, type Found, listOf } from '@/components/category/category-view'
import { choiceTitle } from '@/components/category/choice-title'
import { countLine } from '@/components/category/count-line'
import { pageHref } from '@/components/category/page-address'
import { TrialMetas } from '@/components/experiment/trial-metas'
import { categoryHref } from '@/components/layout/catalog-menu'
import { JsonLd } from '@/components/layout/json-ld'
import { breadcrumbJsonLd, itemListJsonLd } from '@/components/seo/list-json-ld'
import { pageHead, previewOf } from '@/components/seo/page-head'
import { getCategoryAddress, getCategoryPage, getCategoryTree, getFacetPage, parseList } from '@/lib/catalog'
import { shownOption } from '@/lib/experiment'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { pageLocale, pageOptions } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'

type Props = { params: Promise<{ category: string[] }> }

async function read(props: Props, locale: Locale) {
  const { path, segment, page, numbered } = parseList((await props.params).category)
  const found: Found | null =
    segment === null ? await getCategoryPage(path, page, locale) : await getFacetPage(path, segment, page, locale)
  if (found === null) {
    const address = segment === null ? await getCategoryAddress(path) : null
    if (address !== null && address.join('/') !== path.join('/')) permanentRedirect(categoryHref(locale, address))
    notFound()
  }
  return { found, page, first: numbered && page === 1 }
}

export async function generateStaticParams() {
  const tree = await getCategoryTree('uz')
  const params = tree.map((category) => ({ category: category.path }))
  return params.length > 0 ? params : [{ category: ['none'] }]
}

function aboutOf(found: Found, locale: Locale): string {
  const t = catalogText[locale]
  const { category, choice, priceRange, total } = found
  if (priceRange === null) return `${category.name}: ${countLine(total, locale)}`
  const known = { name: category.name, count: total, price: formatMoney(priceRange.min, locale) }
  if (choice === undefined) return fill(t.categoryDescription, known)
  return fill(t.facetDescription, { ...known, label: choice.label, value: choice.name })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const { found, page } = await read(props, locale)
  const t = catalogText[locale]
  const name = choiceTitle(found)
  const text = aboutOf(found, locale)
  return pageHead({
    locale,
    path: pageHref(locale, listOf(found), page).slice(`/${locale}`.length),
    title: page > 1 ? `${name} — ${fill(t.page, { n: page })}` : name,
    description: page > 1 ? fill(t.pageDescription, { n: page, text }) : text,
    written: found.languages,
    preview: previewOf(found.items, name),
  })
}

export default async function CategoryPage(props: Props) {
  const locale = await pageLocale()
  const { found, first } = await read(props, locale)
  const address = pageHref(locale, listOf(found), 1)
  if (first) permanentRedirect(address)
  const { crumbs, choice, items } = found
  const cards = await shownOption('category-cards', await pageOptions())
  const last = choice === undefined ? undefined : { name: choice.name, href: address }
  return (
    <>
      <TrialMetas trials={[cards.trial]} />
      <JsonLd value={breadcrumbJsonLd(env.APP_URL, locale, crumbs, last)} />
      {items.length === 0 ? null : <JsonLd value={itemListJsonLd(env.APP_URL, locale, choiceTitle(found), items)} />}
      <CategoryView found={found} locale={locale} cards={cards.option} />
    </>
  )
}
