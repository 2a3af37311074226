import { shopLine } from '@/components/product/facts'
import { Icon } from '@/components/ui/icon'
import { Rating } from '@/components/ui/rating'
import type { ShopCard } from '@/lib/catalog/schema'
import { formatMoney } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

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
      <p className="small row">
        <Icon name="truck" small />
        {fill(t.deliveryFee, { fee: formatMoney(shop.courierFee, locale) })}
        {shop.freeFrom === null ? null : `; ${fill(t.deliveryFree, { sum: formatMoney(shop.freeFrom, locale) })}`}
      </p>
      <img src="/motif/parcel.svg" alt="" width="232" height="214" />
    </section>
  )
}
