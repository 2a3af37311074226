import type { Metadata } from 'next'
import { TrialMetas } from '@/components/experiment/trial-metas'
import { CategoryArches } from '@/components/home/category-arches'
import { Hero } from '@/components/home/hero'
import { ShopRow } from '@/components/home/shop-row'
import { categoryHref } from '@/components/layout/catalog-menu'
import { JsonLd } from '@/components/layout/json-ld'
import { ProductSection } from '@/components/product/product-section'
import { pageHead } from '@/components/seo/page-head'
import { siteJsonLd, storeJsonLd } from '@/components/seo/store-json-ld'
import { getHome } from '@/lib/catalog'
import type { CategoryNode } from '@/lib/catalog/schema'
import { shownOption } from '@/lib/experiment'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { pageLocale, pageOptions } from '@/lib/i18n/page-locale'
import { env } from '@/lib/kernel/env'

export async function generateMetadata(): Promise<Metadata> {
  const locale = await pageLocale()
  const t = catalogText[locale]
  return pageHead({ locale, path: '', title: t.homeTitle, whole: true, description: t.homeDescription })
}

/** The first category of the tree whose slug or picture speaks of the campaign's goods. */
function findCategory(nodes: readonly CategoryNode[], word: RegExp): CategoryNode | undefined {
  for (const node of nodes) {
    if (word.test(node.slug)) return node
    const below = findCategory(node.children, word)
    if (below !== undefined) return below
  }
  return undefined
}

export default async function HomePage() {
  const locale = await pageLocale()
  const t = catalogText[locale]
  const home = await getHome(locale)
  const hero = await shownOption('home-hero', await pageOptions())
  const wayTo = (word: RegExp) => {
    const found = findCategory(home.categories, word) ?? home.categories[0]
    return found === undefined ? `/${locale}#categories` : categoryHref(locale, found.path)
  }
  const goods = [...home.popular, ...home.fresh, ...home.deals]
  const market = { origin: env.APP_URL, returnDays: env.RETURN_DAYS, vatId: env.OPERATOR_VAT_CODE }
  return (
    <>
      <TrialMetas trials={[hero.trial]} />
      <JsonLd value={storeJsonLd(market, locale)} />
      <JsonLd value={siteJsonLd(market.origin, locale)} />
      <div className="wrap">
        <Hero
          locale={locale}
          heading={hero.option}
          links={{ main: wayTo(/dish|idish|table|ceram/), drops: `/${locale}#deals`, fruit: wayTo(/fruit|meva|nut/) }}
        />
      </div>
      <CategoryArches categories={home.categories} locale={locale} />
      <ProductSection id="deals" title={t.priceDrops} items={home.deals.slice(0, 10)} locale={locale} />
      <ProductSection id="popular" title={t.popular} items={home.popular.slice(0, 10)} locale={locale} />
      <ShopRow shops={home.shops} goods={goods} locale={locale} />
      <ProductSection id="fresh" title={t.fresh} items={home.fresh.slice(0, 10)} locale={locale} />
    </>
  )
}
