import { z } from 'zod'
import { createProduct, getSellerProduct, listSellerProducts, putStock, updateProduct } from '@/lib/catalog'
import {
  productInputSchema,
  productPatchSchema,
  productStates,
  type SellerProduct,
  stockInputSchema,
} from '@/lib/catalog/schema'
import { fail, ok } from '@/lib/kernel/result'
import { operation } from '../operation'
import { cursorInput, idParam, limitInput, listOf, moneyShape, textsShape, timeShape, wire } from '../wire'

const variantShape = z.object({
  id: z.string(),
  sku: z.string(),
  options: z.record(z.string(), z.string()),
  price: moneyShape,
  compareAtPrice: moneyShape.nullable(),
  inForce: z
    .object({ price: moneyShape, compareAtPrice: moneyShape.nullable() })
    .nullable()
    .meta({ description: 'What a price list makes of it now' }),
  minOrder: z.number(),
  multiple: z.number(),
  tiers: z.array(z.object({ from: z.number(), price: moneyShape })),
  bundle: z.array(z.object({ sku: z.string(), quantity: z.number() })).nullable(),
  stock: z.number().meta({ description: 'Sellable: on hand less what orders hold' }),
  reserved: z.number(),
  ikpu: z.string().nullable(),
  gtin: z.string().nullable(),
})

const sellerProductShape = z
  .object({
    id: z.string(),
    slug: z.string(),
    slugs: textsShape.meta({ description: 'Addresses of the languages that do not share `slug`' }),
    title: textsShape,
    description: textsShape,
    category: z.string(),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    brand: z.string().nullable(),
    origin: z.string().nullable().meta({ description: 'ISO 3166 code of the country' }),
    video: z.string().nullable(),
    images: z.array(z.object({ key: z.string(), alt: textsShape.optional() })),
    status: z.enum(productStates),
    price: moneyShape,
    reviewNote: z.string().nullable().meta({ description: 'What the operator asks to be changed' }),
    variants: z.array(variantShape),
    updatedAt: timeShape,
  })
  .meta({ id: 'SellerProduct' })

const toSellerProduct = (product: SellerProduct): z.input<typeof sellerProductShape> => ({
  id: product.id,
  slug: product.slug,
  slugs: product.slugs,
  title: product.title,
  description: product.description,
  category: product.category,
  attributes: product.attributes,
  brand: product.brand,
  origin: product.origin,
  video: product.video,
  images: product.images.map(({ key, alt }) => (alt ? { key, alt } : { key })),
  status: product.status,
  price: wire(product.price),
  reviewNote: product.reviewNote,
  variants: product.variants.map((variant) => ({
    id: variant.id,
    sku: variant.sku,
    options: variant.options,
    price: wire(variant.price),
    compareAtPrice: variant.compareAtPrice && wire(variant.compareAtPrice),
    inForce: variant.inForce && {
      price: wire(variant.inForce.price),
      compareAtPrice: variant.inForce.compareAtPrice && wire(variant.inForce.compareAtPrice),
    },
    minOrder: variant.minOrder,
    multiple: variant.multiple,
    tiers: variant.tiers.map(({ from, price }) => ({ from, price: wire(price) })),
    bundle: variant.bundle,
    stock: variant.stock,
    reserved: variant.reserved,
    ikpu: variant.ikpu,
    gtin: variant.gtin,
  })),
  updatedAt: product.updatedAt,
})

const common = { tag: 'Seller: products', access: 'shop', scope: 'products', limit: 'key' } as const
const writing = [
  'unknown-category',
  'sku-taken',
  'ambiguous-variants',
  'false-discount',
  'bad-bundle',
  'invalid-fields',
  'not-ready',
  'gtin-taken',
  'slug-taken',
  'wrong-status',
] as const
const productParams = z.object({ id: idParam('prd') })

export const listSellerProductsCall = operation({
  ...common,
  id: 'listSellerProducts',
  method: 'GET',
  path: '/seller/products',
  summary: 'The goods of the shop in every status',
  query: z.strictObject({ cursor: cursorInput, limit: limitInput }),
  answer: listOf(sellerProductShape),
  async handler({ actor, query }) {
    const page = await listSellerProducts(query, actor)
    return ok({ items: page.items.map(toSellerProduct), nextCursor: page.nextCursor })
  },
})

export const createProductCall = operation({
  ...common,
  id: 'createProduct',
  method: 'POST',
  path: '/seller/products',
  summary: 'A new product; `active` publishes it at once for a trusted shop and sends it to review otherwise',
  status: 201,
  failures: writing,
  body: productInputSchema,
  answer: sellerProductShape,
  async handler({ actor, body }) {
    const created = await createProduct(body, actor)
    return created.ok ? ok(toSellerProduct(created.value)) : created
  },
})

export const getSellerProductCall = operation({
  ...common,
  id: 'getSellerProduct',
  method: 'GET',
  path: '/seller/products/{id}',
  summary: 'One product of the shop with all its languages and its stock',
  failures: ['not-found'],
  params: productParams,
  answer: sellerProductShape,
  async handler({ actor, params: { id } }) {
    const product = await getSellerProduct(id, actor)
    return product ? ok(toSellerProduct(product)) : fail('not-found')
  },
})

export const updateProductCall = operation({
  ...common,
  id: 'updateProduct',
  method: 'PATCH',
  path: '/seller/products/{id}',
  summary: 'Changes what is given; variants match by SKU and what is left out stays',
  failures: ['not-found', ...writing, 'incomplete-variant', 'variant-held'],
  params: productParams,
  body: productPatchSchema,
  answer: sellerProductShape,
  async handler({ actor, params: { id }, body }) {
    const updated = await updateProduct(id, body, actor)
    return updated.ok ? ok(toSellerProduct(updated.value)) : updated
  },
})

export const putStockCall = operation({
  ...common,
  id: 'putStock',
  method: 'PUT',
  path: '/seller/stock',
  tag: 'Seller: stock',
  scope: 'stock',
  summary: 'Sets the sellable quantity of each SKU, all or none',
  failures: ['not-found', 'bundle-stock'],
  body: stockInputSchema,
  answer: z.object({ items: z.array(z.object({ sku: z.string(), quantity: z.number() })) }),
  async handler({ actor, body }) {
    const stored = await putStock(body, actor)
    return stored.ok ? ok({ items: body.map(({ sku, quantity }) => ({ sku, quantity })) }) : stored
  },
})
