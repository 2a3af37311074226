import { Heart } from '@/components/product/heart'
import { Picture } from '@/components/product/picture'
import { deliveryPromise } from '@/components/product/promise'
import { Price } from '@/components/ui/price'
import { Rating } from '@/components/ui/rating'
import type { ProductCard as Card } from '@/lib/catalog/schema'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

export const productHref = (locale: string, slug: string) => `/${locale}/p/${slug}`

export const cardSizes = '(min-width: 900px) 232px, 46vw'

function CardAction({ card, locale }: { card: Card; locale: Locale }) {
  const t = catalogText[locale]
  if (!card.inStock) return <span className="btn sm full off add">{t.soldOut}</span>
  if (card.variantId === null) {
    return (
      <a
        className="btn two sm full add"
        href={productHref(locale, card.slug)}
        aria-label={fill(t.chooseNamed, { title: card.title })}
      >
        {t.choose}
      </a>
    )
  }
  return (
    <button
      type="submit"
      className="btn two sm full add buy"
      name="variantId"
      value={card.variantId}
      aria-label={fill(t.addNamed, { title: card.title })}
    >
      {t.add}
    </button>
  )
}

/** Icons are drawn by CSS and nothing here is a client component: a list of 24 stays a small page. */
export function ProductCard({
  card,
  locale,
  eager = false,
  saved = false,
}: {
  card: Card
  locale: Locale
  eager?: boolean
  saved?: boolean
}) {
  const t = catalogText[locale]
  const drop = card.discount > 0 ? `−${card.discount}%` : undefined
  return (
    <li className={card.inStock ? 'card' : 'card sold'}>
      <div className="pic">
        {card.image === null ? null : <Picture picture={card.image} alt="" sizes={cardSizes} eager={eager} />}
        {drop === undefined ? null : <span className="badge drop">{drop}</span>}
      </div>
      <div className="body">
        <p className="prices">
          <Price money={card.price} was={card.compareAt ?? undefined} locale={locale} />
        </p>
        <h3>
          <a href={productHref(locale, card.slug)}>{card.title}</a>
        </h3>
        <p className="meta">
          <Rating value={card.rating} count={card.ratingCount} locale={locale} none={t.noRating} />
          <span className="shop">{card.shop.name}</span>
        </p>
        <p className="when">{deliveryPromise(card.shop.handlingDays, locale)}</p>
        <CardAction card={card} locale={locale} />
      </div>
      <Heart id={card.id} title={card.title} locale={locale} saved={saved} />
    </li>
  )
}
