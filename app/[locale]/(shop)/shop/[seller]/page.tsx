import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { countLine } from '@/components/category/count-line'
import { JsonLd } from '@/components/layout/json-ld'
import { shopHref } from '@/components/product/facts'
import { ProductGrid } from '@/components/product/product-grid'
import { breadcrumbJsonLd, itemListJsonLd } from '@/components/seo/list-json-ld'
import { pageHead, previewOf } from '@/components/seo/page-head'
import { ShopHead } from '@/components/shop/shop-head'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { getHome, getShopPage } from '@/lib/catalog'
import type { ShopPage } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pageLocale } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'

type Props = { params: Promise<{ seller: string }> }

async function read(props: Props, locale: Locale): Promise<ShopPage> {
  const page = await getShopPage(decodeURIComponent((await props.params).seller), 1, locale)
  if (page === null) notFound()
  return page
}

export async function generateStaticParams() {
  const { shops } = await getHome('uz')
  return shops.length > 0 ? shops.map((shop) => ({ seller: shop.slug })) : [{ seller: 'none' }]
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await pageLocale()
  const { shop, total, items } = await read(props, locale)
  return pageHead({
    locale,
    path: `/shop/${shop.slug}`,
    title: shop.name,
    description: shop.description || fill(catalogText[locale].shopDescription, { name: shop.name, count: total }),
    preview: previewOf(items, shop.name),
  })
}

export default async function ShopRoute(props: Props) {
  const locale = await pageLocale()
  const t = catalogText[locale]
  const { shop, items, total } = await read(props, locale)
  return (
    <div className="wrap shop-page">
      <JsonLd
        value={breadcrumbJsonLd(env.APP_URL, locale, [], { name: shop.name, href: shopHref(locale, shop.slug) })}
      />
      {items.length === 0 ? null : <JsonLd value={itemListJsonLd(env.APP_URL, locale, shop.name, items)} />}
      <ShopHead shop={shop} locale={locale} />
      <section className="sec">
        <header>
          <h2>{t.shopGoods}</h2>
          <span className="muted num">{countLine(total, locale)}</span>
        </header>
        {items.length === 0 ? (
          <EmptyState title={t.shopEmpty} action={{ href: `/${locale}`, label: layoutText[locale].toHome }} />
        ) : (
          <ProductGrid items={items} locale={locale} eagerFirst />
        )}
        {total > items.length ? (
          <p className="more">
            <ButtonLink kind="line" href={`/${locale}/search?shop=${encodeURIComponent(shop.slug)}`}>
              {t.all}
            </ButtonLink>
          </p>
        ) : null}
      </section>
    </div>
  )
}
