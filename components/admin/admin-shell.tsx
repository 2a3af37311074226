import type { ReactNode } from 'react'
import { HeadTools } from '@/components/layout/head-tools'
import { Languages } from '@/components/layout/languages'
import { ThemeToggle } from '@/components/layout/theme-toggle'
import { VisitMeter } from '@/components/layout/visit-meter'
import { WhileShown } from '@/components/layout/while-shown'
import { Icon, type IconName } from '@/components/ui/icon'
import { fill, type Locale } from '@/lib/i18n'
import { adminText } from '@/lib/i18n/messages/admin'
import { couponText } from '@/lib/i18n/messages/coupon'
import { layoutText } from '@/lib/i18n/messages/layout'
import { marketingText } from '@/lib/i18n/messages/marketing'
import { productDeskText } from '@/lib/i18n/messages/product-desk'
import { searchDeskText } from '@/lib/i18n/messages/search-desk'
import { sellerText } from '@/lib/i18n/messages/seller'
import { speedText } from '@/lib/i18n/messages/speed'
import type { MoneyTodo } from '@/lib/report/schema'

export type AdminPage =
  | 'market'
  | 'payments'
  | 'refunds'
  | 'disputes'
  | 'returns'
  | 'payouts'
  | 'commission'
  | 'coupons'
  | 'findings'
  | 'ledger'
  | 'search'
  | 'speed'
  | 'review'
  | 'catalog'
  | 'marketing'

export type AdminDesk = { locale: Locale; current: AdminPage; userName: string; todo: MoneyTodo | null }

const icons: Record<AdminPage, IconName> = {
  market: 'chart',
  payments: 'card',
  refunds: 'back',
  disputes: 'chat',
  returns: 'parcel',
  payouts: 'shop',
  commission: 'percent',
  coupons: 'percent',
  findings: 'search',
  ledger: 'shield',
  search: 'star',
  speed: 'clock',
  review: 'check',
  catalog: 'catalog',
  marketing: 'percent',
}

const pages = Object.keys(icons) as AdminPage[]

export const adminHref = (locale: Locale, page: AdminPage): string =>
  page === 'market' ? `/${locale}/admin` : `/${locale}/admin/${page}`

const countOf = (page: AdminPage, todo: MoneyTodo | null): number =>
  Object.entries(todo ?? {}).find(([name]) => name === page)?.[1] ?? 0

/** Side rail on wide screens; on phones a head and a row of sections that scrolls. */
export function AdminShell({ children, ...desk }: AdminDesk & { children: ReactNode }) {
  return (
    <WhileShown>
      <a className="skip" href="#main">
        {layoutText[desk.locale].skip}
      </a>
      <div className="desk">
        <Side {...desk} />
        <div className="min-w-0">
          <Head {...desk} />
          <main id="main">{children}</main>
        </div>
      </div>
      <VisitMeter />
    </WhileShown>
  )
}

function Side(desk: AdminDesk) {
  const { locale, userName } = desk
  const t = layoutText[locale]
  return (
    <div className="side">
      <a className="logo" href={`/${locale}`}>
        <img src="/motif/mark-light.svg" alt="" width="42" height="42" />
        Bozor
      </a>
      <nav aria-label={adminText[locale].menu} className="flex flex-col gap-0.5">
        <Sections {...desk} className="n" />
      </nav>
      <div className="row mt-auto gap-4 px-3 text-[13px]">
        <nav className="row gap-4" aria-label={t.language}>
          <Languages locale={locale} short />
        </nav>
        <ThemeToggle label={t.theme} className="theme">
          <Icon name="moon" small />
        </ThemeToggle>
      </div>
      <a className="row small p-3" href={`/${locale}/account`}>
        <Icon name="user" />
        {userName}
      </a>
      <div className="ikat" />
    </div>
  )
}

/** Sections with words of their own bring their title along. */
const titleOf = (page: AdminPage, locale: Locale): string => {
  if (page === 'search') return searchDeskText[locale].title
  if (page === 'speed') return speedText[locale].title
  if (page === 'marketing') return marketingText[locale].title
  if (page === 'coupons') return couponText[locale].title
  if (page === 'review') return productDeskText[locale].review
  return page === 'catalog' ? productDeskText[locale].catalogue : adminText[locale][page]
}

function Sections({ locale, current, todo, className }: AdminDesk & { className?: string }) {
  return pages.map((page) => {
    const count = countOf(page, todo)
    return (
      <a
        key={page}
        className={className}
        href={adminHref(locale, page)}
        aria-current={page === current ? 'page' : undefined}
      >
        {className === undefined ? null : <Icon name={icons[page]} />}
        {titleOf(page, locale)}
        {count === 0 ? null : (
          <span className={className === undefined ? 'n num' : 'c num'}>
            <span aria-hidden="true">{count}</span>
            <span className="sr">{fill(sellerText[locale].waiting, { count })}</span>
          </span>
        )}
      </a>
    )
  })
}

function Head(desk: AdminDesk) {
  const { locale } = desk
  return (
    <div className="min-[900px]:hidden">
      <header className="deskhead">
        <a className="logo text-xl!" href={`/${locale}`}>
          <img src="/motif/mark.svg" alt="" className="size-[30px]!" width="30" height="30" />
          Bozor
        </a>
        <span className="grow" />
        <HeadTools locale={locale} />
      </header>
      <div className="ikat" />
      <nav
        className="tabs relative mt-0! bg-card px-2 [&>[aria-current]]:order-first"
        aria-label={adminText[locale].menu}
      >
        <Sections {...desk} />
      </nav>
    </div>
  )
}
