import { z } from 'zod'
import { getCategoryTree, isCursor, listProducts, readProduct, readShopCard } from '@/lib/catalog'
import { type CategoryNode, type ProductAnswer, sorts } from '@/lib/catalog/schema'
import { defaultLocale, type Locale, locales } from '@/lib/i18n'
import { fail, ok } from '@/lib/kernel/result'
import { operation } from '../operation'
import { cursorInput, limitInput, listOf, localeInput, slugParam } from '../wire'
import { cardShape, facetShape, productShape, shopShape, toCard, toFacet, toProduct, toShop } from './product-shapes'

/** Shared caches may keep it for as long as a change may take to arrive anyway. */
const cache = 'public, max-age=0, s-maxage=2'

const amount = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()
  .meta({ description: 'Minor units' })

const languageInput = z
  .enum(locales)
  .optional()
  .meta({ description: 'Language of the texts, and only what is written in it; without it Uzbek, else what there is' })

export const listProductsCall = operation({
  id: 'listProducts',
  method: 'GET',
  path: '/products',
  tag: 'Catalogue',
  summary: 'Search and filter products, with facets',
  access: 'public',
  limit: 'read',
  cache,
  failures: ['invalid-cursor'],
  query: z.strictObject({
    q: z.string().max(200).optional().meta({ description: 'Words; what stands behind a minus is left out' }),
    category: slugParam.optional(),
    shop: slugParam.optional(),
    priceMin: amount,
    priceMax: amount,
    attr: z.record(z.string().min(1).max(40), z.array(z.string().max(80)).min(1).max(20)).optional(),
    inStock: z.enum(['true', 'false']).optional(),
    sort: z.enum(sorts).optional(),
    cursor: cursorInput,
    limit: limitInput,
    locale: languageInput,
  }),
  answer: listOf(cardShape).extend({
    facets: z.array(facetShape),
    facetsExact: z.boolean().describe('false: the counts are of a sample, good for proportions only'),
    total: z.object({ value: z.number(), exact: z.boolean() }),
  }),
  async handler({ query: { attr, inStock, locale, ...filter } }) {
    if (filter.cursor !== undefined && !isCursor(filter.cursor)) return fail('invalid-cursor')
    const found = await listProducts(
      { ...filter, attributes: attr, inStock: inStock === 'true', language: locale ?? null, variants: true },
      locale ?? defaultLocale,
    )
    return ok({
      items: found.items.map(toCard),
      facets: found.facets.map(toFacet),
      facetsExact: found.facetsExact && !found.facets.some(({ sampled }) => sampled),
      total: { value: found.total.value, exact: found.total.exact },
      nextCursor: found.nextCursor,
    })
  },
})

/** Without a language asked for, the first in which there is something. */
async function readInAny(slug: string, locale: Locale | undefined): Promise<ProductAnswer> {
  let answer: ProductAnswer = { kind: 'missing' }
  for (const language of locale ? [locale] : locales) {
    answer = await readProduct(slug, language, 'any')
    if (answer.kind !== 'missing') return answer
  }
  return answer
}

export const getProductCall = operation({
  id: 'getProduct',
  method: 'GET',
  path: '/products/{slug}',
  tag: 'Catalogue',
  summary: 'The whole product',
  access: 'public',
  limit: 'read',
  cache,
  failures: ['not-found', 'gone', 'moved'],
  params: z.object({ slug: slugParam }),
  query: z.strictObject({ locale: languageInput }),
  answer: productShape,
  async handler({ params: { slug }, query: { locale } }) {
    const answer = await readInAny(slug, locale)
    if (answer.kind === 'product') return ok(toProduct(answer.product))
    if (answer.kind === 'moved')
      return fail('moved', { location: `/api/v1/products/${answer.slug}${locale ? `?locale=${locale}` : ''}` })
    return fail(answer.kind === 'gone' ? 'gone' : 'not-found')
  },
})

const categoryShape = z
  .object({
    slug: z.string(),
    name: z.string(),
    count: z.number().meta({ description: 'Products on sale in it and below' }),
    get children(): z.ZodArray<typeof categoryShape> {
      return z.array(categoryShape)
    },
  })
  .meta({ id: 'Category' })

type WireCategory = { slug: string; name: string; count: number; children: WireCategory[] }

const toCategory = ({ slug, name, count, children }: CategoryNode): WireCategory => ({
  slug,
  name,
  count,
  children: children.map(toCategory),
})

export const listCategoriesCall = operation({
  id: 'listCategories',
  method: 'GET',
  path: '/categories',
  tag: 'Catalogue',
  summary: 'The whole tree of categories',
  access: 'public',
  limit: 'read',
  cache: 'public, max-age=0, s-maxage=60',
  query: z.strictObject({ locale: localeInput }),
  answer: z.object({ items: z.array(categoryShape) }),
  handler: async ({ query: { locale } }) => ok({ items: (await getCategoryTree(locale)).map(toCategory) }),
})

export const getShopCall = operation({
  id: 'getShop',
  method: 'GET',
  path: '/shops/{slug}',
  tag: 'Catalogue',
  summary: 'A shop; its goods are GET /products?shop=',
  access: 'public',
  limit: 'read',
  cache: 'public, max-age=0, s-maxage=60',
  failures: ['not-found'],
  params: z.object({ slug: slugParam }),
  query: z.strictObject({ locale: localeInput }),
  answer: shopShape,
  async handler({ params: { slug }, query: { locale } }) {
    const shop = await readShopCard(slug, locale)
    return shop ? ok(toShop(shop)) : fail('not-found')
  },
})
