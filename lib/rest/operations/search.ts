import { z } from 'zod'
import { suggest } from '@/lib/catalog'
import { ok } from '@/lib/kernel/result'
import { operation } from '../operation'
import { imageShape, localeInput, moneyShape, shopLinkShape, wire } from '../wire'
import { toImage } from './product-shapes'

export const suggestCall = operation({
  id: 'suggest',
  method: 'GET',
  path: '/suggest',
  tag: 'Catalogue',
  summary: 'What the letters typed so far may become: products, categories, shops',
  access: 'public',
  limit: 'read',
  cache: 'public, max-age=0, s-maxage=2',
  query: z.strictObject({ q: z.string().max(200), locale: localeInput }),
  answer: z.object({
    products: z.array(
      z.object({ slug: z.string(), title: z.string(), price: moneyShape, image: imageShape.nullable() }),
    ),
    categories: z.array(
      z.object({
        slug: z.string(),
        path: z.array(z.string()).meta({ description: 'Slugs from the root' }),
        name: z.string(),
      }),
    ),
    shops: z.array(shopLinkShape),
  }),
  async handler({ query: { q, locale } }) {
    const { products, categories, shops } = await suggest(q, locale)
    const found = products.map(({ slug, title, price, image }) => ({
      slug,
      title,
      price: wire(price),
      image: image && toImage(image),
    }))
    return ok({ products: found, categories, shops })
  },
})
