import { ButtonLink } from '@/components/ui/button'
import type { OptionOf } from '@/lib/experiment/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { trialText } from '@/lib/i18n/messages/trial'

type Props = {
  locale: Locale
  heading: OptionOf<'home-hero'>
  links: { main: string; drops: string; fruit: string }
}

function headingOf(option: Props['heading'], locale: Locale): { title: string; text: string } {
  const t = trialText[locale]
  if (option === 'price') return { title: t.priceTitle, text: t.priceText }
  if (option === 'trust') return { title: t.trustTitle, text: t.trustText }
  return { title: catalogText[locale].heroTitle, text: catalogText[locale].heroText }
}

/** The campaign of the season: painted ground, one promise, one way in. */
export function Hero({ locale, heading, links }: Props) {
  const t = catalogText[locale]
  const { title, text } = headingOf(heading, locale)
  return (
    <div className="hero">
      <section className="big">
        <span className="kick">{t.heroKick}</span>
        <h1>{title}</h1>
        <p>{text}</p>
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
