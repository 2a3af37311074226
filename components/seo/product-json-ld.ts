import { pictureUrl } from '@/components/product/picture'
import type { ProductPage, Variant } from '@/lib/catalog/schema'

/** Schema.org wants major units with a point; the price is the same that the page shows. */
const decimal = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

const offer = (product: ProductPage, variant: Variant, address: string) => ({
  '@type': 'Offer',
  url: address,
  price: decimal(variant.price.amount),
  priceCurrency: variant.price.currency,
  availability: `https://schema.org/${variant.inStock ? 'InStock' : 'OutOfStock'}`,
  itemCondition: 'https://schema.org/NewCondition',
  seller: { '@type': 'Organization', name: product.shop.name },
})

const rating = (product: ProductPage) =>
  product.ratingCount === 0
    ? {}
    : {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: product.rating / 100,
          reviewCount: product.ratingCount,
        },
      }

/** The offer is the variant that the page opens with. */
export function productJsonLd(product: ProductPage, origin: string, address: string) {
  const opened = product.variants.find((variant) => variant.inStock) ?? product.variants[0]
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.description,
    image: product.images.map((image) => origin + pictureUrl(image.key)),
    ...(opened === undefined ? {} : { sku: opened.sku, offers: offer(product, opened, address) }),
    ...rating(product),
  }
}

export function breadcrumbJsonLd(product: ProductPage, origin: string, locale: string, homeName: string) {
  const steps = [
    { name: homeName, path: '' },
    ...product.crumbs.map((crumb) => ({ name: crumb.name, path: `/c/${crumb.path.join('/')}` })),
    { name: product.title, path: `/p/${product.slug}` },
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: `${origin}/${locale}${step.path}`,
    })),
  }
}
