import type { Offer, OfferShippingDetails } from 'schema-dts'
import { type Market, returnPolicy, returnPolicyId } from '@/components/seo/store-json-ld'
import type { ProductPage, Variant } from '@/lib/catalog/schema'
import { formatDecimal } from '@/lib/format'
import type { Locale } from '@/lib/i18n'

const days = (from: number, to: number) =>
  ({ '@type': 'QuantitativeValue', minValue: from, maxValue: to, unitCode: 'DAY' }) as const

/** The courier of the shop, for one piece: free from the sum that the shop has set. */
const isFree = ({ shop }: ProductPage, { price }: Variant) =>
  shop.freeFrom !== null && price.amount >= shop.freeFrom.amount

function shipping(product: ProductPage, variant: Variant, id: string) {
  const { shop } = product
  const free = isFree(product, variant)
  return {
    '@type': 'OfferShippingDetails',
    '@id': id,
    shippingRate: {
      '@type': 'MonetaryAmount',
      value: free ? '0.00' : formatDecimal(shop.courierFee),
      currency: shop.courierFee.currency,
    },
    shippingDestination: { '@type': 'DefinedRegion', addressCountry: 'UZ' },
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      handlingTime: days(0, shop.handlingDays),
      transitTime: days(0, shop.handlingDays === 0 ? 1 : 2),
    },
  } satisfies OfferShippingDetails
}

const struck = ({ compareAt }: Variant) =>
  compareAt === null
    ? {}
    : {
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          priceType: 'https://schema.org/StrikethroughPrice',
          price: formatDecimal(compareAt),
          priceCurrency: compareAt.currency,
        } as const,
      }

const sellerId = (page: string) => `${page}#seller`

const seller = ({ shop }: ProductPage, { market, locale, page }: OfferPlace) =>
  ({
    '@type': 'Organization',
    '@id': sellerId(page),
    name: shop.name,
    url: `${market.origin}/${locale}/shop/${shop.slug}`,
  }) as const

export type OfferPlace = { market: Market; locale: Locale; page: string; opened: Variant }

/**
 * `address`: where it can be had. The offer that the page opens with spells its terms out; of the others each term that
 * is the same is only pointed at.
 */
export function offerJsonLd(product: ProductPage, variant: Variant, place: OfferPlace, address: string) {
  const { market, locale, page, opened } = place
  const isWhole = address === page
  const own = `${page}#courier${isFree(product, variant) ? '-free' : ''}`
  const isSame = isFree(product, variant) === isFree(product, opened)
  const there = product.inStock && variant.inStock
  return {
    '@type': 'Offer',
    sku: variant.sku,
    url: address,
    price: formatDecimal(variant.price),
    priceCurrency: variant.price.currency,
    availability: there ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    itemCondition: 'https://schema.org/NewCondition',
    seller: isWhole ? seller(product, place) : { '@id': sellerId(page) },
    shippingDetails: isWhole || !isSame ? shipping(product, variant, own) : { '@id': own },
    hasMerchantReturnPolicy: isWhole ? returnPolicy(market, locale) : { '@id': returnPolicyId(market.origin) },
    ...struck(variant),
  } satisfies Offer
}
