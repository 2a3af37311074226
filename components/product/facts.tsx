import { deliveryPromise } from '@/components/product/promise'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Rating } from '@/components/ui/rating'
import type { ShopCard } from '@/lib/catalog/schema'
import type { OptionOf } from '@/lib/experiment/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

export const shopHref = (locale: string, slug: string) => `/${locale}/shop/${slug}`

type Benefit = OptionOf<'product-benefits'>
const benefits: readonly Benefit[] = ['delivery', 'returns', 'safety']

/** What an order brings with it; `first` is said first. */
export function Promises({ shop, locale, first }: { shop: ShopCard; locale: Locale; first: Benefit }) {
  return (
    <div className="panel facts">
      {benefits
        .toSorted((a, b) => Number(b === first) - Number(a === first))
        .map((benefit) => (
          <Promised key={benefit} benefit={benefit} shop={shop} locale={locale} />
        ))}
    </div>
  )
}

function Promised({ benefit, shop, locale }: { benefit: Benefit; shop: ShopCard; locale: Locale }) {
  const t = catalogText[locale]
  if (benefit === 'delivery')
    return (
      <div className="fact">
        <Icon name="truck" />
        <span>
          <b className="strong">{deliveryPromise(shop.handlingDays, locale, t)}</b> {t.deliveryPlace}
          <span className="muted small block">
            {fill(t.deliveryFee, { fee: formatMoney(shop.courierFee, locale) })}
            {shop.freeFrom === null ? null : `; ${fill(t.deliveryFree, { sum: formatMoney(shop.freeFrom, locale) })}`}
          </span>
        </span>
      </div>
    )
  if (benefit === 'safety')
    return (
      <div className="fact">
        <Icon name="shield" />
        <span>{t.safeTitle}</span>
      </div>
    )
  return (
    <div className="fact">
      <Icon name="back" />
      <span>
        {t.returnTitle}
        <span className="muted small block">{t.returnText}</span>
      </span>
    </div>
  )
}

export function ShopBox({ shop, locale }: { shop: ShopCard; locale: Locale }) {
  const t = catalogText[locale]
  return (
    <div className="panel facts">
      <div className="row shop-row">
        <span className="ava cob">
          <Icon name="shop" />
        </span>
        <span className="grow">
          <b className="strong block">{shop.name}</b>
          <Rating value={shop.rating} count={shop.ratingCount} locale={locale} none={t.noRating} />
        </span>
        <ButtonLink kind="two" size="sm" href={shopHref(locale, shop.slug)}>
          {t.toShop}
        </ButtonLink>
      </div>
      <p className="small muted shop-since">{shopLine(shop, locale)}</p>
    </div>
  )
}

export function shopLine(shop: ShopCard, locale: Locale): string {
  const t = catalogText[locale]
  const onTime = shop.onTime > 0 ? ` · ${fill(t.onTime, { n: shop.onTime })}` : ''
  return `${fill(t.since, { year: shop.since })}${onTime}`
}
