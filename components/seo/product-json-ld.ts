import type { Product, ProductGroup, Review, WithContext } from 'schema-dts'
import { firstChoice } from '@/components/product/choose-variant'
import { ogPictureUrl, pictureUrl } from '@/components/product/picture'
import { productHref } from '@/components/product/product-card'
import { type OfferPlace, offerJsonLd } from '@/components/seo/offer-json-ld'
import type { Market } from '@/components/seo/store-json-ld'
import type { OptionAxis, ProductPage, Variant } from '@/lib/catalog/schema'
import type { Locale } from '@/lib/i18n'
import { variantHref } from '@/lib/i18n/variant-href'

/** What the page opens with, and so the one price that it, its title and its markup tell. */
export const openedVariant = ({ variants }: Pick<ProductPage, 'variants'>): Variant | undefined =>
  firstChoice(variants, ({ price }) => price.amount)

// Only these may tell variants apart where engines are concerned.
const kinds = {
  colour: 'color',
  color: 'color',
  size: 'size',
  shoe_size: 'size',
  material: 'material',
  pattern: 'pattern',
} as const
const kindOf = (code: string) => (Object.hasOwn(kinds, code) ? kinds[code as keyof typeof kinds] : null)

const labelOf = (axis: OptionAxis, { options }: Variant) =>
  axis.values.find(({ value }) => value === options[axis.code])?.label

const traits = (product: ProductPage, variant: Variant) =>
  Object.fromEntries(
    product.axes.flatMap((axis) => {
      const kind = kindOf(axis.code)
      const label = labelOf(axis, variant)
      return kind === null || label === undefined ? [] : [[kind, label]]
    }),
  )

const pictures = (product: ProductPage, origin: string) =>
  product.images.flatMap((image, at) =>
    at === 0 ? [origin + pictureUrl(image.key), origin + ogPictureUrl(image)] : [origin + pictureUrl(image.key)],
  )

/** Only what stands on the page: stars of buyers, and the reviews that it shows. */
function judged({ rating, ratingCount, reviews }: ProductPage) {
  if (ratingCount === 0) return {}
  // All are on the page; engines show one or two, and every byte here is in the page twice.
  const shown = reviews.slice(0, 2).map(
    (review): Review => ({
      '@type': 'Review',
      author: { '@type': 'Person', name: review.author.slice(0, 99) },
      datePublished: review.createdAt.slice(0, 10),
      inLanguage: review.locale,
      reviewBody: review.text,
      reviewRating: { '@type': 'Rating', ratingValue: review.rating, bestRating: 5, worstRating: 1 },
    }),
  )
  const stars = {
    '@type': 'AggregateRating',
    ratingValue: rating / 100,
    reviewCount: ratingCount,
    bestRating: 5,
  } as const
  return { aggregateRating: stars, ...(shown.length > 0 ? { review: shown } : {}) }
}

const codes = ({ sku, gtin }: Variant) => ({ sku, ...(gtin ? { gtin } : {}) })

function variantJsonLd(product: ProductPage, variant: Variant, place: OfferPlace): Product {
  const picture = product.images[variant.image] ?? product.images[0]
  const address = place.market.origin + variantHref(place.locale, product.slug, variant.sku)
  return {
    '@type': 'Product',
    name: variant.label === '' ? product.title : `${product.title}, ${variant.label}`,
    ...codes(variant),
    ...traits(product, variant),
    ...(picture ? { image: place.market.origin + pictureUrl(picture.key) } : {}),
    url: address,
    offers: offerJsonLd(product, variant, place, address),
  }
}

/**
 * One product, or a group of its variants. Either has the one offer that the page opens with; a variant's own address
 * opens the page with that variant.
 */
export function productJsonLd(
  product: ProductPage,
  market: Market,
  locale: Locale,
): WithContext<Product> | WithContext<ProductGroup> {
  const address = market.origin + productHref(locale, product.slug)
  const opened = openedVariant(product)
  const place = opened && { market, locale, page: address, opened }
  const shared = {
    '@context': 'https://schema.org',
    '@id': `${address}#product`,
    name: product.title,
    description: product.description || product.title,
    url: address,
    image: pictures(product, market.origin),
    category: product.crumbs.map(({ name }) => name).join(' > '),
    ...(product.brand ? { brand: { '@type': 'Brand', name: product.brand } as const } : {}),
    ...judged(product),
    ...(place ? { offers: offerJsonLd(product, place.opened, place, address) } : {}),
  } as const
  if (product.variants.length < 2) return { ...shared, '@type': 'Product', ...(opened ? codes(opened) : {}) }
  const varies = product.axes.flatMap(({ code }) => kindOf(code) ?? [])
  return {
    ...shared,
    '@type': 'ProductGroup',
    productGroupID: product.id,
    ...(varies.length > 0 ? { variesBy: varies.map((kind) => `https://schema.org/${kind}`) } : {}),
    ...(place ? { hasVariant: product.variants.map((variant) => variantJsonLd(product, variant, place)) } : {}),
  }
}
