import { shopHref, shopLine } from '@/components/product/facts'
import { Thumb } from '@/components/product/picture'
import { Icon } from '@/components/ui/icon'
import { Rating } from '@/components/ui/rating'
import type { ProductCard, ShopCard } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

/** A shop is shown by something it sells. */
export function ShopRow({
  shops,
  goods,
  locale,
}: {
  shops: readonly ShopCard[]
  goods: readonly ProductCard[]
  locale: Locale
}) {
  const t = catalogText[locale]
  if (shops.length === 0) return null
  const pictureOf = (shop: ShopCard) => goods.find((item) => item.shop.id === shop.id && item.image !== null)?.image
  return (
    <section className="makers">
      <div className="wrap">
        <header>
          <h2>{t.makersTitle}</h2>
          <p>{t.makersText}</p>
        </header>
        <ul>
          {shops.slice(0, 6).map((shop) => {
            const picture = pictureOf(shop)
            return (
              <li key={shop.id}>
                <a className="maker" href={shopHref(locale, shop.slug)}>
                  {picture == null ? (
                    <span className="maker-mark">
                      <Icon name="shop" />
                    </span>
                  ) : (
                    <Thumb imageKey={picture.key} width={128} height={160} />
                  )}
                  <span>
                    <h3>{shop.name}</h3>
                    <span className="small muted maker-line">{shopLine(shop, locale)}</span>
                    <Rating value={shop.rating} count={shop.ratingCount} locale={locale} none={t.noRating} />
                  </span>
                </a>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
