import { shopLine } from '@/components/product/facts'
import { Icon, type IconName } from '@/components/ui/icon'
import { Rating } from '@/components/ui/rating'
import { regionName } from '@/lib/address/schema'
import type { ShopCard } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

function termsOf(shop: ShopCard, locale: Locale): [IconName, string][] {
  const t = catalogText[locale]
  const free = shop.freeFrom === null ? '' : `; ${fill(t.deliveryFree, { sum: formatMoney(shop.freeFrom, locale) })}`
  const days = shop.handlingDays
  return [
    ['pin', regionName(shop.regionCode, locale)],
    ['clock', days === 0 ? t.shopSends : fill(t.shopHandling, { n: days })],
    ['truck', `${fill(t.deliveryFee, { fee: formatMoney(shop.courierFee, locale) })}${free}`],
    ['parcel', fill(t.shopPost, { fee: formatMoney(shop.postFee, locale) })],
  ]
}

export function ShopHead({ shop, locale }: { shop: ShopCard; locale: Locale }) {
  const t = catalogText[locale]
  return (
    <section className="lead shop-head">
      <span className="shop-mark">
        <Icon name="shop" />
      </span>
      <h1>{shop.name}</h1>
      <p className="row shop-score">
        <Rating value={shop.rating} count={shop.ratingCount} locale={locale} none={t.noRating} />
        <span className="small">{shopLine(shop, locale)}</span>
      </p>
      {shop.description === '' ? null : <p className="shop-about">{shop.description}</p>}
      <ul className="shop-terms small">
        {termsOf(shop, locale).map(([icon, text]) => (
          <li key={icon} className="row">
            <Icon name={icon} small />
            {text}
          </li>
        ))}
      </ul>
      <img src="/motif/parcel.svg" alt="" width="232" height="214" />
    </section>
  )
}
