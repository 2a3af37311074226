import type { ReactNode } from 'react'
import type { ShopChoice } from '@/components/checkout/checkout-state'
import { Thumb } from '@/components/product/picture'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import type { CheckoutText } from '@/lib/i18n/messages/checkout'

type Props = {
  t: CheckoutText
  locale: Locale
  shops: readonly ShopChoice[]
  count: number
  items: number
  /** By the promo code, whose field is the content. */
  discount: number
  /** Paid with store credit. */
  credit: number
  total: number
  busy: boolean
  children: ReactNode
}

export function CheckoutSummary({ t, locale, shops, count, items, discount, credit, total, busy, children }: Props) {
  const show = (amount: number) => formatMoney({ amount, currency: 'UZS' }, locale)
  const delivery = total + discount - items
  return (
    <aside className="panel sticky stack shadow-lift gap-4" aria-label={t.yourOrder}>
      <h2 className="text-xl">{t.yourOrder}</h2>
      <div className="minis flex-wrap">
        {shops
          .flatMap(({ images }) => images)
          .slice(0, 5)
          .map((image) => (
            <Thumb key={image} imageKey={image} width={52} height={65} />
          ))}
      </div>
      <div className="sum num">
        <div>
          <span>{fill(t.goods, { n: count })}</span>
          <span>{show(items)}</span>
        </div>
        <div>
          <span>{t.deliveryTotal}</span>
          {delivery === 0 ? <span className="font-semibold text-ok">{t.free}</span> : <span>{show(delivery)}</span>}
        </div>
        {discount === 0 ? null : (
          <div>
            <span>{t.couponOff}</span>
            <span className="font-semibold text-ok">−{show(discount)}</span>
          </div>
        )}
        {credit === 0 ? null : (
          <div>
            <span>{t.creditOff}</span>
            <span className="font-semibold text-ok">−{show(credit)}</span>
          </div>
        )}
        <div className="total">
          <span>{t.toPay}</span>
          <output className="price" aria-live="polite">
            {show(total - credit)}
          </output>
        </div>
      </div>
      {children}
      <Button kind="act" full type="submit" className="only-wide" busy={busy}>
        {t.submit}
      </Button>
      <noscript>
        <p className="small">{t.noScript}</p>
      </noscript>
      <p className="small muted">{t.promise}</p>
    </aside>
  )
}
