import { CartBadge } from '@/components/layout/cart-badge'
import { CatalogMenu } from '@/components/layout/catalog-menu'
import { HeadTools } from '@/components/layout/head-tools'
import { Languages } from '@/components/layout/languages'
import { railHtml } from '@/components/layout/still-links'
import { ThemeToggle } from '@/components/layout/theme-toggle'
import { VisitorName } from '@/components/layout/visitor-name'
import { SuggestBox } from '@/components/search/suggest-box'
import { Icon } from '@/components/ui/icon'
import { StillNav } from '@/components/ui/still'
import type { CategoryNode } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { layoutText } from '@/lib/i18n/messages/layout'
import { savedText } from '@/lib/i18n/messages/saved'
import { searchText } from '@/lib/i18n/messages/search'

export type Frame = { locale: Locale; categories: readonly CategoryNode[] }

export function Logo({ locale }: { locale: Locale }) {
  return (
    <a className="logo" href={`/${locale}`}>
      <img src="/motif/mark.svg" alt="" width="34" height="34" />
      {layoutText[locale].brand}
    </a>
  )
}

function Strip({ locale }: { locale: Locale }) {
  const t = layoutText[locale]
  return (
    <div className="strip only-wide">
      <div className="wrap">
        <span className="row">
          <Icon name="pin" small />
          {t.city}
        </span>
        <a href={`/${locale}/help/delivery`}>{t.freeDelivery}</a>
        <a href={`/${locale}/help/sell`}>{t.openShop}</a>
        <a href={`/${locale}/help`}>{t.help}</a>
        <nav className="langs" aria-label={t.language}>
          <Languages locale={locale} />
        </nav>
        <ThemeToggle label={t.theme}>
          <Icon name="moon" small />
        </ThemeToggle>
      </div>
    </div>
  )
}

const suggestWords = (locale: Locale) => {
  const t = searchText[locale]
  return {
    history: t.ownSearches,
    forget: t.forgetSearches,
    goods: t.goods,
    categories: t.categories,
    shops: t.shops,
    list: t.suggestions,
  }
}

function SearchForm({ locale }: { locale: Locale }) {
  const t = layoutText[locale]
  return (
    <search className="search-place relative">
      <form className="search" action={`/${locale}/search`}>
        <SuggestBox locale={locale} label={t.search} hint={t.searchHint} words={suggestWords(locale)} />
        <button className="go" type="submit">
          <Icon name="search" />
          <span className="only-wide">{t.search}</span>
          <span className="sr only-phone">{t.search}</span>
        </button>
      </form>
    </search>
  )
}

function HeadLinks({ locale }: { locale: Locale }) {
  const t = layoutText[locale]
  return (
    <nav className="row head-links only-wide" aria-label={t.account}>
      <a href={`/${locale}/orders`}>
        <Icon name="parcel" />
        {t.orders}
      </a>
      <a href={`/${locale}/account/saved`}>
        <Icon name="heart" />
        {savedText[locale].title}
      </a>
      <a href={`/${locale}/account`}>
        <Icon name="user" />
        <VisitorName fallback={t.account} />
      </a>
      <a href={`/${locale}/cart`}>
        <Icon name="cart" />
        <CartBadge />
        {t.cart}
      </a>
    </nav>
  )
}

function CategoryRail({ locale, categories }: Frame) {
  const t = catalogText[locale]
  return (
    <StillNav name="rail" className="cats" label={t.categories} html={railHtml(locale, t.priceDrops, categories)} />
  )
}

export function SiteHeader({ locale, categories }: Frame) {
  const t = layoutText[locale]
  return (
    <>
      <Strip locale={locale} />
      <header className="head">
        <div className="wrap">
          <Logo locale={locale} />
          <div className="row head-acts only-phone">
            <HeadTools locale={locale} />
          </div>
          <CatalogMenu locale={locale} label={t.catalog} categories={categories} />
          <SearchForm locale={locale} />
          <HeadLinks locale={locale} />
        </div>
      </header>
      <CategoryRail locale={locale} categories={categories} />
      <div className="ikat" />
    </>
  )
}
