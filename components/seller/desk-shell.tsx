import type { ReactNode } from 'react'
import { HeadTools } from '@/components/layout/head-tools'
import { Languages } from '@/components/layout/languages'
import { ThemeToggle } from '@/components/layout/theme-toggle'
import { VisitMeter } from '@/components/layout/visit-meter'
import { WhileShown } from '@/components/layout/while-shown'
import { Icon, type IconName } from '@/components/ui/icon'
import { fill, type Locale } from '@/lib/i18n'
import { couponText } from '@/lib/i18n/messages/coupon'
import { layoutText } from '@/lib/i18n/messages/layout'
import { pixelText } from '@/lib/i18n/messages/pixel'
import { refundText } from '@/lib/i18n/messages/refund'
import { sellerText } from '@/lib/i18n/messages/seller'

export type DeskPage = 'today' | 'parcels' | 'returns' | 'products' | 'import' | 'coupons' | 'money' | 'settings'

type Desk = {
  locale: Locale
  current: DeskPage
  shopName: string
  shopSlug: string
  userName: string
  /** Parcels that wait for the seller. */
  waiting: number
  /** Returns that do. */
  returning: number
}

const icons: Record<DeskPage, IconName> = {
  today: 'sun',
  parcels: 'parcel',
  returns: 'back',
  products: 'catalog',
  import: 'share',
  coupons: 'percent',
  money: 'card',
  settings: 'gear',
}

const hrefs = (locale: Locale): Record<DeskPage, string> => ({
  today: `/${locale}/seller`,
  parcels: `/${locale}/seller/parcels`,
  returns: `/${locale}/seller/returns`,
  products: `/${locale}/seller/products`,
  import: `/${locale}/seller/import`,
  coupons: `/${locale}/seller/coupons`,
  money: `/${locale}/seller/money`,
  settings: `/${locale}/seller/settings`,
})

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase()

/** Side rail on wide screens, head and bottom bar on phones. */
export function DeskShell({ children, ...desk }: Desk & { children: ReactNode }) {
  const t = layoutText[desk.locale]
  return (
    <WhileShown>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <div className="desk">
        <Side {...desk} />
        <div className="min-w-0">
          <Head {...desk} />
          <main id="main">{children}</main>
        </div>
      </div>
      <Bar {...desk} />
      <VisitMeter />
    </WhileShown>
  )
}

function Side(desk: Desk) {
  const t = sellerText[desk.locale]
  return (
    <div className="side">
      <a className="logo" href={`/${desk.locale}`}>
        <img src="/motif/mark-light.svg" alt="" width="42" height="42" />
        Bozor
      </a>
      <nav aria-label={t.deskMenu} className="flex flex-col gap-0.5">
        <DeskLinks {...desk} />
        <a className="n" href={`/${desk.locale}/shop/${desk.shopSlug}`}>
          <Icon name="shop" />
          {t.toShop}
        </a>
      </nav>
      <div className="row mt-auto gap-4 px-3 text-[13px]">
        <nav className="row gap-4" aria-label={layoutText[desk.locale].language}>
          <Languages locale={desk.locale} short />
        </nav>
        <ThemeToggle label={layoutText[desk.locale].theme} className="theme">
          <Icon name="moon" small />
        </ThemeToggle>
      </div>
      <a className="row p-3" href={`/${desk.locale}/account`}>
        <span className="ava bg-saffron text-on-saffron">{initials(desk.userName)}</span>
        <span className="small">
          {desk.userName}
          <br />
          {desk.shopName}
        </span>
      </a>
      <div className="ikat" />
    </div>
  )
}

function nameOf(page: DeskPage, locale: Locale): string {
  if (page === 'returns') return refundText[locale].returns
  if (page === 'coupons') return couponText[locale].title
  return page === 'settings' ? pixelText[locale].settings : sellerText[locale][page]
}

const countOf = (page: DeskPage, { waiting, returning }: Desk) =>
  page === 'parcels' ? waiting : page === 'returns' ? returning : 0

function DeskLinks(desk: Desk) {
  const { locale, current } = desk
  return Object.entries(hrefs(locale)).map(([key, href]) => {
    const page = key as DeskPage
    return (
      <a key={page} className="n" href={href} aria-current={page === current ? 'page' : undefined}>
        <Icon name={icons[page]} />
        {nameOf(page, locale)}
        {countOf(page, desk) > 0 ? <Waiting locale={locale} count={countOf(page, desk)} className="c num" /> : null}
      </a>
    )
  })
}

function Waiting({ locale, count, className }: { locale: Locale; count: number; className: string }) {
  return (
    <span className={className}>
      <span aria-hidden="true">{count}</span>
      <span className="sr">{fill(sellerText[locale].waiting, { count })}</span>
    </span>
  )
}

function Head({ locale, shopName, shopSlug }: Desk) {
  return (
    <>
      <header className="deskhead">
        <a className="logo flex-none text-xl!" href={`/${locale}`}>
          <img src="/motif/mark.svg" alt="" className="size-[30px]!" width="30" height="30" />
          Bozor
        </a>
        <a className="badge cob min-w-0 shrink" href={`/${locale}/shop/${shopSlug}`}>
          <span className="truncate">{shopName}</span>
        </a>
        <span className="grow" />
        <HeadTools locale={locale} />
      </header>
      <div className="ikat only-phone" />
    </>
  )
}

function Bar({ locale, current, waiting }: Desk) {
  const t = sellerText[locale]
  // Five fit on a phone: returns are reached from the orders, imports from the goods, promo codes from the money and the
  // settings from the first page.
  const links = Object.entries(hrefs(locale))
    .map(([key, href]) => ({ key: key as DeskPage, href }))
    .filter(({ key }) => !['returns', 'import', 'coupons', 'settings'].includes(key))
  return (
    <nav className="bar" aria-label={t.deskMenu}>
      {links.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          <Icon name={icons[key]} />
          {nameOf(key, locale)}
          {key === 'parcels' && waiting > 0 ? <Waiting locale={locale} count={waiting} className="dot" /> : null}
        </a>
      ))}
      <a href={`/${locale}/account`}>
        <Icon name="user" />
        {layoutText[locale].account}
      </a>
    </nav>
  )
}
