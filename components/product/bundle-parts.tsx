import type { Variant } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { offerText } from '@/lib/i18n/messages/offer'

type Part = NonNullable<Variant['parts']>[number]

function PartLine({ part: { slug, title, label, quantity }, locale }: { part: Part; locale: Locale }) {
  const name = label === '' ? title : `${title}, ${label}`
  return (
    <li className="row between">
      {slug === null ? <span>{name}</span> : <a href={`/${locale}/p/${slug}`}>{name}</a>}
      {quantity > 1 ? <span className="num muted whitespace-nowrap">{`× ${quantity}`}</span> : null}
    </li>
  )
}

/** What each bundle of the product consists of, with a way to its parts. */
export function BundleParts({ variants, locale }: { variants: readonly Variant[]; locale: Locale }) {
  const bundles = variants.filter(({ parts }) => parts !== null)
  if (bundles.length === 0) return null
  return (
    <section className="panel facts">
      <h2>{offerText[locale].bundle}</h2>
      {bundles.map(({ id, label, parts }) => (
        <div key={id} className="mt-3">
          {label === '' ? null : <h3 className="small strong mb-2">{label}</h3>}
          <ul className="stack">
            {parts?.map((part) => (
              <PartLine key={`${part.title} ${part.label}`} part={part} locale={locale} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
