import { z } from 'zod'
import { isCursor, listProducts, readProduct } from '@/lib/catalog'
import { sorts } from '@/lib/catalog/schema'
import { normalizePhone } from '@/lib/format'
import { env } from '@/lib/kernel/env'
import { getOrder, mayAsk } from '@/lib/order'
import { toOrder } from '../operations/order-shapes'
import { toCard, toFacet, toProduct } from '../operations/product-shapes'
import { type Tool, tool } from './tool'

const locale = z.enum(['uz', 'ru', 'en']).default('uz').describe('Language of the texts')
const slug = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.-]+$/)
const som = z.int().min(0).max(1e11).optional()
const tiyin = (amount: number | undefined) => (amount === undefined ? undefined : amount * 100)

const page = (language: string, product: string) => ({ url: `${env.APP_URL}/${language}/p/${product}` })

const searchProducts = tool({
  name: 'search_products',
  title: 'Search products',
  description:
    'Searches the goods of all shops. Amounts in the answer are tiyin, 1/100 of a soʻm, as text. Gives facets to narrow by and a cursor for more.',
  input: z.strictObject({
    query: z
      .string()
      .max(200)
      .optional()
      .describe('Words in Uzbek (Latin or Cyrillic), Russian or English; -word leaves out what has it'),
    category: slug.optional().describe('Slug of a category'),
    shop: slug.optional().describe('Slug of a shop'),
    price_min: som.describe('In soʻm'),
    price_max: som.describe('In soʻm'),
    in_stock: z.boolean().optional(),
    attributes: z
      .record(z.string().min(1).max(40), z.array(z.string().max(80)).min(1).max(20))
      .optional()
      .describe('Codes and values of facets, any of each; numbers by range, too: 1000..2000, 1000.. or ..2000'),
    sort: z.enum(sorts).optional(),
    cursor: z.string().min(1).max(400).optional(),
    limit: z.int().min(1).max(50).default(10),
    locale,
  }),
  async answer(input) {
    if (input.cursor !== undefined && !isCursor(input.cursor)) return { ok: false, reason: 'cursor: not one of ours' }
    const { query, price_min, price_max, in_stock, locale: language, ...rest } = input
    const filter = { ...rest, q: query, priceMin: tiyin(price_min), priceMax: tiyin(price_max), inStock: in_stock }
    const found = await listProducts(filter, language)
    const items = found.items.map((card) => ({ ...toCard(card), ...page(language, card.slug) }))
    const value = { items, facets: found.facets.map(toFacet), total: found.total, nextCursor: found.nextCursor }
    return { ok: true, value }
  },
})

const getProduct = tool({
  name: 'get_product',
  title: 'Look at a product',
  description: 'Everything of one product: texts, variants with prices and stock, attributes, shop, delivery.',
  input: z.strictObject({ slug, locale }),
  async answer(input) {
    const found = await readProduct(input.slug, input.locale, 'any')
    if (found.kind === 'moved') return { ok: false, reason: `It has another slug now: ${found.slug}` }
    if (found.kind === 'gone') return { ok: false, reason: 'It is not sold any more' }
    if (found.kind === 'missing') return { ok: false, reason: 'There is no such product in this language' }
    return { ok: true, value: { ...toProduct(found.product), ...page(input.locale, found.product.slug) } }
  },
})

const getOrderStatus = tool({
  name: 'get_order_status',
  title: 'Ask where an order is',
  description: 'An order by its number, for whoever knows the phone it was placed with or the token of its link.',
  input: z
    .strictObject({
      number: z.string().regex(/^\w{4,20}$/),
      phone: z.string().max(30).optional().describe('As it was given at checkout'),
      token: z.string().max(200).optional().describe('The `t` of the link to the order'),
    })
    .refine(({ phone, token }) => (phone === undefined) !== (token === undefined), 'phone or token, one of them'),
  async answer({ number, phone, token }, { ip }) {
    const known = phone === undefined ? null : normalizePhone(phone)
    if (phone !== undefined && known === null) return { ok: false, reason: 'phone: not a phone number' }
    // The token is tried no more often than a phone: both are counted by address.
    if (!(await mayAsk(known ?? `token:${ip}`, ip)))
      return { ok: false, reason: 'Too many tries: wait a quarter of an hour' }
    const order = await getOrder({ number }, known === null ? { token } : { phone: known })
    return order ? { ok: true, value: toOrder(order) } : { ok: false, reason: 'There is no such order for you' }
  },
})

export const tools: readonly Tool[] = [searchProducts, getProduct, getOrderStatus]
