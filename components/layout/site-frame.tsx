import { type ReactNode, Suspense } from 'react'
import { ConsentGate } from '@/components/consent/consent-gate'
import { BarLinks, BottomBar } from '@/components/layout/bottom-bar'
import { CartBadge } from '@/components/layout/cart-badge'
import { Languages } from '@/components/layout/languages'
import { ShopForms } from '@/components/layout/shop-forms'
import { SiteFooter } from '@/components/layout/site-footer'
import { type Frame, Logo, SiteHeader } from '@/components/layout/site-header'
import { VisitMeter } from '@/components/layout/visit-meter'
import { WarmLinks } from '@/components/layout/warm-links'
import { Icon } from '@/components/ui/icon'
import type { Locale } from '@/lib/i18n'
import { layoutText } from '@/lib/i18n/messages/layout'
import { savedText } from '@/lib/i18n/messages/saved'

const barItems = (locale: Locale) => {
  const t = layoutText[locale]
  return [
    { href: `/${locale}`, label: t.home, icon: <Icon name="home" /> },
    { href: `/${locale}#categories`, label: t.catalog, icon: <Icon name="catalog" /> },
    { href: `/${locale}/cart`, label: t.cart, icon: <Icon name="cart" />, extra: <CartBadge /> },
    { href: `/${locale}/account/saved`, label: savedText[locale].title, icon: <Icon name="heart" /> },
    { href: `/${locale}/account`, label: t.account, icon: <Icon name="user" /> },
  ]
}

/** The shop around a page: header, `main`, footer, phone bar. The page renders what goes into `main`. */
export function SiteFrame({ locale, categories, children }: Frame & { children: ReactNode }) {
  const t = layoutText[locale]
  const items = barItems(locale)
  const { added, addedToCart, addFailed, openCart } = t
  const words = { added, addedToCart, addFailed, openCart, saveFailed: savedText[locale].saveFailed }
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <SiteHeader locale={locale} categories={categories} />
      <main id="main">{children}</main>
      <SiteFooter locale={locale} />
      <Suspense fallback={<BarLinks label={t.mainNav} items={items} />}>
        <BottomBar label={t.mainNav} home={`/${locale}`} items={items} />
      </Suspense>
      <WarmLinks />
      <VisitMeter />
      <ConsentGate />
      <ShopForms cartHref={`/${locale}/cart`} words={words} />
    </>
  )
}

/** Checkout's frame: nothing to wander off to, no search, no footer. */
export function LeanFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  const t = layoutText[locale]
  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <header className="head lean">
        <div className="wrap">
          <Logo locale={locale} />
          <nav className="row langs-short" aria-label={t.language}>
            <Languages locale={locale} short />
          </nav>
        </div>
      </header>
      <div className="ikat" />
      <main id="main">{children}</main>
      <VisitMeter />
    </>
  )
}
