import { countLine } from '@/components/category/count-line'
import { filterForm } from '@/components/category/filter-form'
import { LoadMore } from '@/components/category/load-more'
import { pageHref, pageOf } from '@/components/category/page-address'
import { Pager } from '@/components/category/pager'
import { Toolbar } from '@/components/category/toolbar'
import { ProductGrid } from '@/components/product/product-grid'
import { ShopHead } from '@/components/shop/shop-head'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import type { ShopPage } from '@/lib/catalog/schema'
import { formatNumber } from '@/lib/format'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'

type View = { found: ShopPage; locale: Locale }

/** The form of the shop: its words, its categories and its orders all lead to the page of results. */
function ShopSearch({ found: { shop, categories }, locale }: View) {
  const t = catalogText[locale]
  return (
    <form id={filterForm} className="shop-search" action={`/${locale}/search`} method="get">
      <input type="hidden" name="shop" value={shop.slug} />
      <search className="search">
        <input type="search" name="q" aria-label={t.shopSearch} placeholder={t.shopSearch} enterKeyHint="search" />
        <button type="submit" aria-label={layoutText[locale].search}>
          <Icon name="search" />
        </button>
      </search>
      {categories.length < 2 ? null : (
        <fieldset className="scroll" aria-label={t.shopCategories}>
          {categories.map(({ slug, name, count }) => (
            <button key={slug} className="chip" type="submit" name="category" value={slug}>
              {name}
              <span className="muted num">{formatNumber(count)}</span>
            </button>
          ))}
        </fieldset>
      )}
    </form>
  )
}

function Goods({ found, locale }: View) {
  const { shop, items, page, pages } = found
  const list = `shop/${shop.slug}`
  if (items.length === 0) {
    const action = { href: `/${locale}`, label: layoutText[locale].toHome }
    return <EmptyState title={catalogText[locale].shopEmpty} action={action} />
  }
  return (
    <>
      <Toolbar locale={locale} sheet={false} />
      <ProductGrid items={items} locale={locale} columns={4} eagerFirst />
      <LoadMore next={page < pages ? pageOf(locale, list, page + 1) : null} locale={locale} />
      <Pager page={page} pages={pages} locale={locale} hrefOf={(n) => pageHref(locale, list, n)} />
    </>
  )
}

export function ShopView({ found, locale }: View) {
  return (
    <div className="wrap shop-page">
      <ShopHead shop={found.shop} locale={locale} />
      <section className="sec">
        <header>
          <h2>{catalogText[locale].shopGoods}</h2>
          <span className="muted num">{countLine(found.total, locale)}</span>
        </header>
        {found.total === 0 ? null : <ShopSearch found={found} locale={locale} />}
        <Goods found={found} locale={locale} />
      </section>
    </div>
  )
}
