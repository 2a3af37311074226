import type { CartActions } from '@/components/cart/cart-line'
import { goodsCount } from '@/components/cart/goods-count'
import type { OptionLabels } from '@/components/cart/options-line'
import { ShopBox } from '@/components/cart/shop-box'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Cart } from '@/lib/cart/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale, plural } from '@/lib/i18n'
import { cartText } from '@/lib/i18n/messages/cart'
import { type Money, sum } from '@/lib/kernel/money'

type View = { cart: Cart; labels: OptionLabels; locale: Locale; actions: CartActions }

const withCourier = (cart: Cart): Money =>
  sum([cart.itemsTotal, ...cart.shops.map(({ courierFee }) => courierFee)], cart.itemsTotal.currency)

function Summary({ cart, locale }: Pick<View, 'cart' | 'locale'>) {
  const t = cartText[locale]
  return (
    <aside className="panel sticky stack shadow-lift gap-4" aria-label={t.total}>
      <h2 className="text-xl">{t.total}</h2>
      <div className="sum num">
        <div>
          <span>{fill(t.goods, { n: cart.count })}</span>
          <span>{formatMoney(cart.itemsTotal, locale)}</span>
        </div>
        {cart.shops.map(({ shop, courierFee }) => (
          <div key={shop.id}>
            <span>{fill(t.deliveryOf, { shop: shop.name })}</span>
            {courierFee.amount === 0 ? (
              <span className="font-semibold text-ok">{t.free}</span>
            ) : (
              <span>{formatMoney(courierFee, locale)}</span>
            )}
          </div>
        ))}
        <div className="total">
          <span>{t.toPayAbout}</span>
          <span className="price">{formatMoney(withCourier(cart), locale)}</span>
        </div>
      </div>
      <ButtonLink kind="act" full className="only-wide" href={`/${locale}/checkout`}>
        {t.checkout}
      </ButtonLink>
      <p className="small muted">{t.deliveryChosenLater}</p>
      <p className="small muted row">
        <Icon name="shield" small />
        {t.noAccountNeeded}
      </p>
    </aside>
  )
}

function PhoneBar({ cart, locale }: Pick<View, 'cart' | 'locale'>) {
  const t = cartText[locale]
  return (
    <div className="buybar above">
      <span className="grow">
        <span className="small muted block">{t.toPayAbout}</span>
        <span className="price num">{formatMoney(withCourier(cart), locale)}</span>
      </span>
      <ButtonLink kind="act" href={`/${locale}/checkout`}>
        {t.checkoutShort}
      </ButtonLink>
    </div>
  )
}

export function CartView({ cart, labels, locale, actions }: View) {
  const t = cartText[locale]
  const n = cart.shops.length
  const shops = plural(locale, n, { one: t.shopsOne, few: t.shopsFew, many: t.shopsMany, other: t.shopsMany })
  const items = goodsCount(cart.count, t, locale)
  return (
    <>
      <div className="row between flex-wrap items-baseline">
        <h1>{t.title}</h1>
        <span className="muted num">{fill(t.summaryLine, { items, shops: fill(shops, { n }) })}</span>
      </div>
      <p className="sr" role="status">
        {fill(t.status, { n: cart.count, sum: formatMoney(cart.itemsTotal, locale) })}
      </p>
      <div className="two-col">
        <div>
          {cart.shops.map((part) => (
            <ShopBox key={part.shop.id} part={part} labels={labels} locale={locale} actions={actions} />
          ))}
        </div>
        <Summary cart={cart} locale={locale} />
      </div>
      <PhoneBar cart={cart} locale={locale} />
    </>
  )
}
