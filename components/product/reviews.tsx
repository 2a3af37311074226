import { Stars } from '@/components/ui/rating'
import type { ProductPage, ReviewItem } from '@/lib/catalog/schema'
import { formatDate, formatNumber, formatRating } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

const tones = ['turq', 'saf', 'cob'] as const

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase()

function Review({ review, locale, tone }: { review: ReviewItem; locale: Locale; tone: string }) {
  const t = catalogText[locale]
  return (
    <article className="review" lang={review.locale}>
      <div className="row shop-row">
        <span className={`ava ${tone}`} aria-hidden="true">
          {initials(review.author)}
        </span>
        <span className="grow">
          <b className="strong block">{review.author}</b>
          <Stars value={review.rating} label={fill(t.starsLabel, { n: review.rating })} />
        </span>
        <time className="small muted" dateTime={review.createdAt} lang={locale}>
          {formatDate(review.createdAt, locale)}
        </time>
      </div>
      <p className="review-text">{review.text}</p>
    </article>
  )
}

function Histogram({ product, locale }: { product: ProductPage; locale: Locale }) {
  const average = formatRating(product.rating, locale)
  return (
    <div className="row score">
      <div className="score-mark">
        <b className="num">{average}</b>
        <Stars value={product.rating / 100} label={fill(catalogText[locale].starsLabel, { n: average })} />
      </div>
      <ol className="hist grow num" reversed>
        {[5, 4, 3, 2, 1].map((stars) => {
          const share = product.histogram[5 - stars] ?? 0
          return (
            <li key={stars}>
              <span>{stars}</span>
              <i style={{ ['--v' as string]: `${share}%` }} />
              <span>{share}%</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

export function Reviews({ product, locale }: { product: ProductPage; locale: Locale }) {
  const t = catalogText[locale]
  return (
    <section id="reviews">
      <h2 className="below-title">
        {t.reviews} <span className="muted thin">{formatNumber(product.ratingCount)}</span>
      </h2>
      {product.ratingCount === 0 ? (
        <p className="muted">{t.reviewsNone}</p>
      ) : (
        <Histogram product={product} locale={locale} />
      )}
      {product.reviews.map((review, index) => (
        <Review key={review.id} review={review} locale={locale} tone={tones[index % tones.length] ?? 'cob'} />
      ))}
    </section>
  )
}
