import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { CheckoutForm } from '@/components/checkout/checkout-form'
import { type CheckoutState, defaultMethods } from '@/components/checkout/checkout-state'
import { EmptyState } from '@/components/ui/empty-state'
import { listAddresses } from '@/lib/address'
import { currentActor } from '@/lib/auth'
import { getCart } from '@/lib/cart'
import { checkoutText } from '@/lib/i18n/messages/checkout'
import { pageLocale } from '@/lib/i18n/page-locale'
import { creditOf } from '@/lib/ledger'
import { LEAST_PAID } from '@/lib/order/schema'
import { offeredProviders } from '@/lib/payment'
import { keptCoupon } from '../coupon-cookie'
import { keptState } from '../kept-state'
import { submitCheckout } from './actions'
import { askCoupon } from './ask-coupon'
import { prefilled, providerChoices, regionTree, shopChoices } from './choices'

export async function generateMetadata(): Promise<Metadata> {
  return { title: checkoutText[await pageLocale()].title }
}

export default async function CheckoutPage() {
  const locale = await pageLocale()
  const t = checkoutText[locale]
  const actor = await currentActor()
  const cart = await getCart(actor)
  const addresses = actor.kind === 'user' ? await listAddresses(actor) : []
  if (cart === null || cart.status !== 'open' || cart.count === 0) {
    return (
      <div className="wrap pt-5 pb-16">
        <h1>{t.title}</h1>
        <EmptyState title={t.emptyTitle} text={t.emptyText} action={{ href: `/${locale}`, label: t.toShopping }} />
      </div>
    )
  }
  const shops = shopChoices(cart, locale)
  const values = { ...prefilled(actor, addresses[0]), coupon: (await keptCoupon()) ?? '' }
  const coupon = await askCoupon({ ...defaultMethods(shops), ...values }, actor, locale)
  return (
    <div className="wrap pt-5 pb-28">
      <a className="link small" href={`/${locale}/cart`}>
        ← {t.backToCart}
      </a>
      <h1 className="mt-1.5">{t.title}</h1>
      <CheckoutForm
        t={t}
        action={submitCheckout}
        locale={locale}
        cartId={cart.id}
        attempt={randomUUID()}
        shops={shops}
        providers={providerChoices(offeredProviders(), locale)}
        regions={regionTree(locale)}
        count={cart.count}
        items={cart.itemsTotal.amount}
        values={values}
        coupon={coupon}
        credit={{ have: (await creditOf(actor)).amount, least: LEAST_PAID }}
        kept={await keptState<CheckoutState>('checkout')}
      />
    </div>
  )
}
