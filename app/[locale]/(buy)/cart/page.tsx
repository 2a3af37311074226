import type { Metadata } from 'next'
import { CartView } from '@/components/cart/cart-view'
import { Measured } from '@/components/measure/measured'
import { EmptyState } from '@/components/ui/empty-state'
import { currentActor } from '@/lib/auth'
import { getCart } from '@/lib/cart'
import type { Cart } from '@/lib/cart/schema'
import { readAttributes } from '@/lib/catalog'
import type { Locale } from '@/lib/i18n'
import { cartText } from '@/lib/i18n/messages/cart'
import { pageLocale } from '@/lib/i18n/page-locale'
import { changeQuantity, removeFromCart } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: cartText[await pageLocale()].title }
}

const measured = (cart: Cart, locale: Locale) =>
  cart.shops
    .flatMap(({ items }) => items)
    .map(({ sku, title, price, quantity }) => {
      return { sku, title: title[locale] ?? title.uz ?? sku, price: price.amount / 100, quantity }
    })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CartPage({ searchParams }: Props) {
  const locale = await pageLocale()
  const t = cartText[locale]
  const { missed } = await searchParams
  const cart = await getCart(await currentActor())
  const open = cart?.status === 'open' && cart.count > 0 ? cart : null
  const items = open === null ? [] : measured(open, locale)
  return (
    <div className="wrap pt-5 pb-16">
      {missed === undefined ? null : (
        <p className="panel mb-4 font-semibold text-bad" role="alert">
          {t.notAdded}
        </p>
      )}
      {open === null ? (
        <>
          <h1>{t.title}</h1>
          <EmptyState title={t.emptyTitle} text={t.emptyText} action={{ href: `/${locale}`, label: t.toShopping }} />
        </>
      ) : (
        <>
          <CartView
            cart={open}
            labels={await readAttributes()}
            locale={locale}
            actions={{ change: changeQuantity, remove: removeFromCart }}
          />
          <Measured
            event={{ name: 'view_cart', items }}
            leaving={{ to: `/${locale}/checkout`, event: { name: 'begin_checkout', items } }}
          />
        </>
      )}
    </div>
  )
}
