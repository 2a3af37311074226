import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageHref } from '@/components/category/page-address'
import { JsonLd } from '@/components/layout/json-ld'
import { shopHref } from '@/components/product/facts'
import { breadcrumbJsonLd, itemListJsonLd } from '@/components/seo/list-json-ld'
import { pageHead, previewOf } from '@/components/seo/page-head'
import { ShopView } from '@/components/shop/shop-view'
import { getHome, getShopPage, parseList } from '@/lib/catalog'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'

type Props = { params: Promise<{ seller: string[] }> }

async function read(props: Props, locale: Locale) {
  const { path, segment, page, numbered } = parseList((await props.params).seller)
  const [slug = ''] = path
  const found = path.length === 1 && segment === null ? await getShopPage(slug, page, locale) : null
  if (found === null) notFound()
  if (numbered && page === 1) permanentRedirect(shopHref(locale, slug))
  return found
}

export async function generateStaticParams() {
  const { shops } = await getHome('uz')
  return shops.length > 0 ? shops.map((shop) => ({ seller: [shop.slug] })) : [{ seller: ['none'] }]
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const t = catalogText[locale]
  const { shop, total, items, page } = await read(props, locale)
  const text = shop.description || fill(t.shopDescription, { name: shop.name, count: total })
  return pageHead({
    locale,
    path: pageHref(locale, `shop/${shop.slug}`, page).slice(`/${locale}`.length),
    title: page > 1 ? `${shop.name} — ${fill(t.page, { n: page })}` : shop.name,
    description: page > 1 ? fill(t.pageDescription, { n: page, text }) : text,
    preview: previewOf(items, shop.name),
  })
}

export default async function ShopRoute(props: Props) {
  const locale = await pageLocale()
  const found = await read(props, locale)
  const { shop, items } = found
  const here = { name: shop.name, href: shopHref(locale, shop.slug) }
  return (
    <>
      <JsonLd value={breadcrumbJsonLd(env.APP_URL, locale, [], here)} />
      {items.length === 0 ? null : <JsonLd value={itemListJsonLd(env.APP_URL, locale, shop.name, items)} />}
      <ShopView found={found} locale={locale} />
    </>
  )
}
