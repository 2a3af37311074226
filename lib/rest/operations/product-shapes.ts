import { z } from 'zod'
import type { Facet, Picture, ProductCard, ProductPage, ShopCard } from '@/lib/catalog/schema'
import { imageShape, moneyShape, shopLinkShape, timeShape, wire } from '../wire'

const ratingShape = z.number().min(0).max(5).meta({ description: '0 to 5, two decimals' })

export const cardShape = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    price: moneyShape,
    compareAtPrice: moneyShape.optional(),
    currency: z.string(),
    shop: shopLinkShape,
    inStock: z.boolean(),
    rating: ratingShape.optional(),
    ratingCount: z.number(),
    image: imageShape.nullable(),
    variantId: z.string().nullable().meta({ description: 'The only variant; null where there is a choice' }),
    variant: z
      .object({ id: z.string(), sku: z.string(), price: moneyShape, inStock: z.boolean() })
      .optional()
      .meta({ description: 'Of several the one that has the values asked for; `image` shows it' }),
  })
  .meta({ id: 'ProductCard' })

export const facetShape = z
  .object({
    code: z.string(),
    label: z.string(),
    values: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
  })
  .meta({ id: 'Facet' })

export const shopShape = shopLinkShape
  .extend({
    id: z.string(),
    description: z.string(),
    rating: ratingShape.optional(),
    ratingCount: z.number(),
    productCount: z.number(),
    since: z.number(),
    regionCode: z.number(),
    handlingDays: z.number(),
    courierFee: moneyShape,
    postFee: moneyShape,
    freeFrom: moneyShape.nullable(),
  })
  .meta({ id: 'Shop' })

export const productShape = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    price: moneyShape,
    compareAtPrice: moneyShape.optional(),
    currency: z.string(),
    inStock: z.boolean(),
    rating: ratingShape.optional(),
    ratingCount: z.number(),
    images: z.array(imageShape),
    variants: z.array(
      z.object({
        id: z.string(),
        sku: z.string(),
        options: z.record(z.string(), z.string()),
        label: z.string(),
        price: moneyShape,
        compareAtPrice: moneyShape.optional(),
        lowestPrice: moneyShape
          .optional()
          .meta({ description: 'The lowest price of the 30 days before the discount began' }),
        minOrder: z.number(),
        multiple: z.number(),
        tiers: z.array(z.object({ from: z.number(), price: moneyShape })),
        bundle: z
          .array(z.object({ slug: z.string().nullable(), title: z.string(), label: z.string(), quantity: z.number() }))
          .nullable(),
        inStock: z.boolean(),
        gtin: z.string().nullable(),
      }),
    ),
    brand: z.string().nullable(),
    origin: z.string().nullable().meta({ description: 'ISO 3166 code of the country' }),
    video: z.string().nullable(),
    locales: z.array(z.string()).meta({ description: 'Languages it is written in' }),
    slugs: z.record(z.string(), z.string()).meta({ description: 'Its address in each of them' }),
    status: z.enum(['active', 'paused']),
    attributes: z.array(z.object({ code: z.string(), label: z.string(), value: z.string() })),
    breadcrumbs: z.array(z.object({ slug: z.string(), name: z.string() })),
    shop: shopShape,
    updatedAt: timeShape,
  })
  .meta({ id: 'Product' })

export const toImage = ({ key, alt }: Picture) => ({ url: `/goods/${key}-640.webp`, alt, width: 640 })

const rated = (rating: number, ratingCount: number) =>
  ratingCount > 0 ? { rating: rating / 100, ratingCount } : { ratingCount }

const was = (compareAt: ProductCard['compareAt']) => (compareAt ? { compareAtPrice: wire(compareAt) } : {})

const wireVariant = ({ id, sku, price, inStock }: NonNullable<ProductCard['variant']>) => ({
  id,
  sku,
  price: wire(price),
  inStock,
})

export const toCard = (card: ProductCard): z.input<typeof cardShape> => ({
  id: card.id,
  slug: card.slug,
  title: card.title,
  price: wire(card.price),
  ...was(card.compareAt),
  currency: card.price.currency,
  shop: { slug: card.shop.slug, name: card.shop.name },
  inStock: card.inStock,
  ...rated(card.rating, card.ratingCount),
  image: card.image ? toImage(card.image) : null,
  variantId: card.variantId,
  ...(card.variant && { variant: wireVariant(card.variant) }),
})

export const toFacet = ({ code, label, values }: Facet): z.input<typeof facetShape> => ({
  code,
  label,
  values: values.map((one) => ({ value: one.value, label: one.label, count: one.count })),
})

export const toShop = (shop: ShopCard): z.input<typeof shopShape> => ({
  id: shop.id,
  slug: shop.slug,
  name: shop.name,
  description: shop.description,
  ...rated(shop.rating, shop.ratingCount),
  productCount: shop.productCount,
  since: shop.since,
  regionCode: shop.regionCode,
  handlingDays: shop.handlingDays,
  courierFee: wire(shop.courierFee),
  postFee: wire(shop.postFee),
  freeFrom: shop.freeFrom && wire(shop.freeFrom),
})

export const toProduct = (product: ProductPage): z.input<typeof productShape> => ({
  id: product.id,
  slug: product.slug,
  title: product.title,
  description: product.description,
  price: wire(product.price),
  ...was(product.compareAt),
  currency: product.price.currency,
  inStock: product.inStock,
  ...rated(product.rating, product.ratingCount),
  images: product.images.map(toImage),
  variants: product.variants.map(({ id, sku, options, label, price, compareAt, inStock, gtin, ...terms }) => ({
    id,
    sku,
    options,
    label,
    price: wire(price),
    ...was(compareAt),
    ...(compareAt && terms.reference ? { lowestPrice: wire(terms.reference) } : {}),
    minOrder: terms.minOrder,
    multiple: terms.multiple,
    tiers: terms.tiers.map((tier) => ({ from: tier.from, price: wire(tier.price) })),
    bundle: terms.parts,
    inStock,
    gtin,
  })),
  brand: product.brand,
  origin: product.origin,
  video: product.video,
  locales: product.locales,
  slugs: Object.fromEntries(product.locales.map((locale) => [locale, product.slugs[locale]])),
  status: product.status,
  attributes: product.attributes.map(({ code, label, value }) => ({ code, label, value })),
  breadcrumbs: product.crumbs.map(({ slug, name }) => ({ slug, name })),
  shop: toShop(product.shop),
  updatedAt: product.updatedAt,
})
