import type { CardFace, CardWords } from '@/components/product/card-words'
import { Heart } from '@/components/product/heart'
import { Picture } from '@/components/product/picture'
import { deliveryPromise } from '@/components/product/promise'
import { Price } from '@/components/ui/price'
import { Rating } from '@/components/ui/rating'
import { fill, type Locale } from '@/lib/i18n'
import { variantHref } from '@/lib/i18n/variant-href'

export const productHref = (locale: string, slug: string) => `/${locale}/p/${slug}`

const hrefOf = ({ slug, sku }: CardFace, locale: Locale) =>
  sku === undefined ? productHref(locale, slug) : variantHref(locale, slug, sku)

export const cardSizes = '(min-width: 900px) 232px, 46vw'

/** With variants there is nothing to add yet: the card itself is the link, its floor only says so. */
function CardAction({ card, words }: { card: CardFace; words: CardWords }) {
  if (!card.inStock) return <span className="btn sm full off add">{words.soldOut}</span>
  if (card.variantId === null) return <span className="btn two sm full add">{words.choose}</span>
  return (
    <button
      type="submit"
      className="btn two sm full add buy"
      name="variantId"
      value={card.variantId}
      aria-label={fill(words.addNamed, { title: card.title })}
    >
      {words.add}
    </button>
  )
}

/** Icons are drawn by CSS: a list of 24 stays a small page. */
export function ProductCard({
  card,
  locale,
  words,
  eager = false,
  saved = false,
}: {
  card: CardFace
  locale: Locale
  words: CardWords
  eager?: boolean
  saved?: boolean
}) {
  return (
    <li className={card.inStock ? 'card' : 'card sold'}>
      <div className="pic">
        {card.image === null ? null : <Picture picture={card.image} alt="" sizes={cardSizes} eager={eager} />}
        {card.discount > 0 ? <span className="badge drop">{`−${card.discount}%`}</span> : null}
      </div>
      <div className="body">
        <p className="prices">
          <Price money={card.price} was={card.compareAt ?? undefined} locale={locale} />
        </p>
        <h3>
          <a href={hrefOf(card, locale)}>{card.title}</a>
        </h3>
        <p className="meta">
          <Rating value={card.rating} count={card.ratingCount} locale={locale} none={words.noRating} />
          <span className="shop">{card.shop.name}</span>
        </p>
        <p className="when">{deliveryPromise(card.shop.handlingDays, locale, words)}</p>
        <CardAction card={card} words={words} />
      </div>
      <Heart id={card.id} label={fill(words.saveNamed, { title: card.title })} locale={locale} saved={saved} />
    </li>
  )
}
