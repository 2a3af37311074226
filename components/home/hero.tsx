import { ButtonLink } from '@/components/ui/button'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'

/** The campaign of the season: painted ground, one promise, one way in. */
export function Hero({ locale, links }: { locale: Locale; links: { main: string; drops: string; fruit: string } }) {
  const t = catalogText[locale]
  return (
    <div className="hero">
      <section className="big">
        <span className="kick">{t.heroKick}</span>
        <h1>{t.heroTitle}</h1>
        <p>{t.heroText}</p>
        <ButtonLink kind="cream" href={links.main}>
          {t.heroAction}
        </ButtonLink>
        <img src="/campaign/teapot.avif" alt="" width="640" height="800" fetchPriority="high" />
      </section>
      <div className="two">
        <a className="promo saf" href={links.drops}>
          <b>{t.promoDropTitle}</b>
          <span>{t.promoDropText}</span>
          <img src="/campaign/sneakers.avif" alt="" width="400" height="500" />
        </a>
        <a className="promo tq" href={links.fruit}>
          <b>{t.promoFruitTitle}</b>
          <span>{t.promoFruitText}</span>
          <img src="/campaign/fruit.avif" alt="" width="400" height="500" />
        </a>
      </div>
    </div>
  )
}
