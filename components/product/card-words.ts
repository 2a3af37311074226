import type { ProductCard } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { catalogText } from '@/lib/i18n/messages/catalog'
import { savedText } from '@/lib/i18n/messages/saved'
import type { PromiseWords } from './promise'

/** What cards say, in one language: a list in the browser needs no dictionary. */
export type CardWords = PromiseWords &
  Record<'add' | 'addNamed' | 'choose' | 'soldOut' | 'noRating' | 'saveNamed', string>

/** What of a product a card shows. It is written into the page a second time, for the browser: nothing else is. */
export type CardFace = Omit<ProductCard, 'image' | 'shop' | 'variant'> & {
  shop: Pick<ProductCard['shop'], 'name' | 'handlingDays'>
  image: Omit<NonNullable<ProductCard['image']>, 'alt' | 'blur' | 'og'> | null
  /** Of the variant that it shows; absent: it shows the product. */
  sku?: string
}

const kept = new Map<Locale, CardWords>()

/** The same object for a locale: lists of one page then share it. */
export function cardWords(locale: Locale): CardWords {
  const before = kept.get(locale)
  if (before !== undefined) return before
  const { add, addNamed, choose, soldOut, noRating, promiseSoon, promiseDays, promiseDaysMany } = catalogText[locale]
  const { saveNamed } = savedText[locale]
  const words = { add, addNamed, choose, soldOut, noRating, promiseSoon, promiseDays, promiseDaysMany, saveNamed }
  kept.set(locale, words)
  return words
}

/** What the card of a variant shows is what its page will say. */
const shownOf = ({ sku, price, compareAt, discount, inStock }: NonNullable<ProductCard['variant']>) => ({
  sku,
  price,
  compareAt,
  discount,
  inStock,
})

export function faceOf({ image, shop, variant, ...card }: ProductCard): CardFace {
  const { alt: _alt, blur: _blur, og: _og, ...picture } = image ?? { key: '', alt: '', blur: null }
  return {
    ...card,
    ...(variant && shownOf(variant)),
    shop: { name: shop.name, handlingDays: shop.handlingDays },
    image: image === null ? null : picture,
  }
}
