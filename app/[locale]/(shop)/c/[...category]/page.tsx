import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { CategoryView } from '@/components/category/category-view'
import { countLine } from '@/components/category/count-line'
import { categoryHref } from '@/components/layout/catalog-menu'
import { JsonLd } from '@/components/layout/json-ld'
import { breadcrumbJsonLd, itemListJsonLd } from '@/components/seo/list-json-ld'
import { pageHead, previewOf } from '@/components/seo/page-head'
import { getCategoryPage, getCategoryTree } from '@/lib/catalog'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'

type Props = { params: Promise<{ category: string[] }> }

/** `dishes/teapots/p/3`: slugs, then the page. */
function parse(segments: readonly string[]): { slugs: string[]; page: number } {
  const slugs = segments.map(decodeURIComponent)
  const [mark, number] = slugs.slice(-2)
  if (slugs.length < 3 || mark !== 'p' || number === undefined) return { slugs, page: 1 }
  return { slugs: slugs.slice(0, -2), page: /^[1-9]\d{0,5}$/.test(number) ? Number(number) : Number.NaN }
}

async function read(props: Props, locale: Locale) {
  const { slugs, page } = parse((await props.params).category)
  if (Number.isNaN(page)) notFound()
  const found = await getCategoryPage(slugs, page, locale)
  if (found === null || (page > 1 && page > found.pages)) notFound()
  return { found, page, first: slugs.length + 2 === (await props.params).category.length && page === 1 }
}

export async function generateStaticParams() {
  const tree = await getCategoryTree('uz')
  const params = tree.map((category) => ({ category: category.path }))
  return params.length > 0 ? params : [{ category: ['none'] }]
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const { found, page } = await read(props, locale)
  const t = catalogText[locale]
  const name = found.category.name
  const price = found.priceRange === null ? '' : formatMoney(found.priceRange.min, locale)
  const path = `/c/${found.category.path.join('/')}${page > 1 ? `/p/${page}` : ''}`
  const text =
    price === ''
      ? `${name}: ${countLine(found.total, locale)}`
      : fill(t.categoryDescription, { name, count: found.total, price })
  return pageHead({
    locale,
    path,
    title: page > 1 ? `${name} — ${fill(t.page, { n: page })}` : name,
    description: page > 1 ? fill(t.pageDescription, { n: page, text }) : text,
    preview: previewOf(found.items, name),
  })
}

export default async function CategoryPage(props: Props) {
  const locale = await pageLocale()
  const { found, first } = await read(props, locale)
  if (first) permanentRedirect(categoryHref(locale, found.category.path))
  const { crumbs, category, items } = found
  return (
    <>
      <JsonLd value={breadcrumbJsonLd(env.APP_URL, locale, crumbs)} />
      {items.length === 0 ? null : <JsonLd value={itemListJsonLd(env.APP_URL, locale, category.name, items)} />}
      <CategoryView found={found} locale={locale} />
    </>
  )
}
