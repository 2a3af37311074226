import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageHead } from '@/components/seo/page-head'
import { openedVariant, productJsonLd } from '@/components/seo/product-json-ld'
import { createProduct, readProduct } from '@/lib/catalog'
import { openMarket, shopActor, teapot, uzs } from '@/lib/catalog/market-fixture'
import type { ProductPage } from '@/lib/catalog/schema'
import { formatDecimal } from '@/lib/format'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { toProduct } from '@/lib/rest/operations/product-shapes'
import { feedAnswer } from '@/lib/seo'
import { readGoogle } from './feed-rules'
import { readJsonLd } from './json-ld-rules'

const market = { origin: env.APP_URL, returnDays: 10 }
let group: ProductPage
let single: ProductPage

async function read(slug: string, locale: 'uz' | 'ru' = 'uz'): Promise<ProductPage> {
  const answer = await readProduct(slug, locale)
  if (answer.kind !== 'product') throw new Error(answer.kind)
  return answer.product
}

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  group = await read(must(await createProduct(teapot(), shopActor)).slug)
  const one = teapot({ title: { uz: '</script><b>' }, variants: [{ sku: 'ONE', price: uzs(555), stock: 0 }] })
  single = await read(must(await createProduct(one, shopActor)).slug)
})
afterAll(dropTestDbs)

const markupOf = (product: ProductPage) => JSON.stringify(productJsonLd(product, market, 'uz')).replace(/</g, '\\u003c')

it('the markup of a product and of a group of variants is what engines take', () => {
  for (const product of [group, single]) expect(readJsonLd([markupOf(product)]).breaches).toEqual([])
  expect(productJsonLd(single, market, 'uz')).toMatchObject({
    '@type': 'Product',
    sku: 'ONE',
    offers: { price: '5.55', availability: 'https://schema.org/OutOfStock' },
  })
  expect(productJsonLd(group, market, 'uz')).toMatchObject({
    '@type': 'ProductGroup',
    variesBy: ['https://schema.org/color'],
    hasVariant: [
      { sku: 'CH-1', color: 'Zangori', url: `${env.APP_URL}/uz/p/${group.slug}?v=CH-1` },
      { sku: 'CH-2', color: 'white', url: `${env.APP_URL}/uz/p/${group.slug}?v=CH-2` },
    ],
  })
})

it('stars are told only where somebody gave them, and struck prices only where there is one', async () => {
  expect(markupOf(group)).not.toMatch(/AggregateRating|StrikethroughPrice/)
  const judged = { ...group, rating: 450, ratingCount: 2 }
  expect(productJsonLd(judged, market, 'uz')).toMatchObject({ aggregateRating: { ratingValue: 4.5, reviewCount: 2 } })
})

it('page, markup, REST and feed tell one price of each variant', async () => {
  const rest = toProduct(group)
  const { prices } = readJsonLd([markupOf(group)])
  const feed = readGoogle(
    await ((await feedAnswer(new Request(`${env.APP_URL}/feeds/google.xml`))) ?? Response.error()).text(),
  )
  for (const { sku, price, inStock } of rest.variants) {
    const told = formatDecimal({ ...price, amount: Number(price.amount) })
    expect(new Set(prices.filter((one) => one.sku === sku).map((one) => one.price))).toEqual(new Set([told]))
    expect(feed.lines.find(({ id }) => id === sku)).toMatchObject({ price: told, inStock })
  }
  // What the page opens with is the cheapest that can be bought, and that is the product's price.
  expect(openedVariant(group)?.sku).toBe('CH-2')
  expect(rest.price.amount).toBe(String(openedVariant(group)?.price.amount))
  expect(prices[0]).toEqual({ sku: 'CH-2', price: '110000.00' })
})

it('a head names itself and the languages that the page is written in', () => {
  const head = pageHead({
    locale: 'ru',
    path: { uz: '/p/a', ru: '/p/b', en: '/p/a' },
    title: 'Т',
    description: 'слово '.repeat(60),
    written: ['uz', 'ru'],
  })
  expect(head.alternates).toEqual({
    canonical: '/ru/p/b',
    languages: { 'x-default': '/uz/p/a', uz: '/uz/p/a', ru: '/ru/p/b' },
  })
  expect(head.description?.length).toBeLessThanOrEqual(160)
  expect(head.openGraph).toMatchObject({ images: [{ width: 1200, height: 630 }], alternateLocale: ['uz_UZ'] })
})
