import type { Offer, OfferShippingDetails } from 'schema-dts'
import { type Market, returnPolicy, returnPolicyId } from '@/components/seo/store-json-ld'
import type { ProductPage, Variant } from '@/lib/catalog/schema'
import { formatDecimal } from '@/lib/format'
import type { Locale } from '@/lib/i18n'

const days = (from: number, to: number) =>
  ({ '@type': 'QuantitativeValue', minValue: from, maxValue: to, unitCode: 'DAY' }) as const

/** The courier of the shop, for one piece: free from the sum that the shop has set. */
function shipping({ shop }: ProductPage, { price }: Variant) {
  const free = shop.freeFrom !== null && price.amount >= shop.freeFrom.amount
  return {
    '@type': 'OfferShippingDetails',
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

export type OfferPlace = { market: Market; locale: Locale; address: string }

/** `whole`: with the return policy spelled out; all other offers of the page point at it. */
export function offerJsonLd(
  product: ProductPage,
  variant: Variant,
  { market, locale, address }: OfferPlace,
  whole: boolean,
) {
  const there = product.inStock && variant.inStock
  return {
    '@type': 'Offer',
    sku: variant.sku,
    url: address,
    price: formatDecimal(variant.price),
    priceCurrency: variant.price.currency,
    availability: there ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    itemCondition: 'https://schema.org/NewCondition',
    seller: {
      '@type': 'Organization',
      name: product.shop.name,
      url: `${market.origin}/${locale}/shop/${product.shop.slug}`,
    },
    shippingDetails: shipping(product, variant),
    hasMerchantReturnPolicy: whole ? returnPolicy(market, locale) : { '@id': returnPolicyId(market.origin) },
    ...struck(variant),
  } satisfies Offer
}
