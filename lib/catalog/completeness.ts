import { type Locale, locales, type Texts } from '@/lib/i18n'
import type { AttributeRule } from './attribute-rules'
import type { AttributeValue } from './seller-product'

type Written = {
  title: Texts
  description: Texts
  images: readonly { alt?: Texts | undefined }[]
  attributes: Readonly<Record<string, AttributeValue>>
}

export type Completeness = {
  locale: Locale
  percent: number
  lacks: ('title' | 'description' | 'alt' | 'attributes')[]
}

/** Title 40, description 30, words of pictures 15, attributes 15: a language without a title is not there at all. */
const weights = { title: 40, description: 30, alt: 15, attributes: 15 }

const share = (done: number, of: number) => (of === 0 ? 1 : done / of)

/** How far a product is written in each language. Attributes count in all of them: their words are the market's. */
export function completenessOf(product: Written, rules: readonly AttributeRule[]): Completeness[] {
  const said = rules.filter(({ code }) => product.attributes[code] !== undefined).length
  return locales.map((locale) => {
    const parts = {
      title: product.title[locale] ? 1 : 0,
      description: product.description[locale] ? 1 : 0,
      alt:
        product.images.length === 0
          ? 0
          : share(product.images.filter(({ alt }) => alt?.[locale]).length, product.images.length),
      attributes: share(said, rules.length),
    }
    const names = Object.keys(weights) as (keyof typeof weights)[]
    const percent = Math.round(names.reduce((sum, name) => sum + weights[name] * parts[name], 0))
    return { locale, percent, lacks: names.filter((name) => parts[name] < 1) }
  })
}
