import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { createProduct } from '../commands/create-product'
import { openMarket, shopActor, teapot, uzs } from '../market-fixture'
import type { ListFilter } from '../schema'
import { listProducts } from './list-products'

const axes = [
  ['cobalt', '1', 1, 100, 5],
  ['cobalt', '2', 1, 140, 5],
  ['white', '1', 2, 110, 0],
  ['white', '2', 2, 150, 3],
] as const

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  const variants = axes.map(([colour, volume, , price, stock]) => ({
    sku: `${colour}-${volume}`,
    options: { colour, volume },
    price: uzs(price * 100_000),
    stock,
  }))
  const images = ['choynak-1p0-front', 'choynak-3p0-front', 'choynak-5p0-front']
  must(await createProduct(teapot({ variants, images }), shopActor))
  for (const [colour, volume, image] of axes)
    await sql.query('update variant set image = $1 where sku = $2', [image, `${colour}-${volume}`])
})
afterAll(dropTestDbs)

const cardFor = async (attributes: Record<string, string[]>, variants = true, prices: Partial<ListFilter> = {}) =>
  (await listProducts({ attributes, variants, ...prices }, 'uz')).items[0]

describe('a card where something is chosen', () => {
  it.each([
    ['the cheapest of the colour', { colour: ['cobalt'] }, 'cobalt-1', 'choynak-3p0-front', 100],
    ['one that can be had', { colour: ['white'] }, 'white-2', 'choynak-5p0-front', 150],
    ['both axes', { colour: ['cobalt'], volume: ['2'] }, 'cobalt-2', 'choynak-3p0-front', 140],
    ['any of two values', { colour: ['white', 'cobalt'], volume: ['2'] }, 'cobalt-2', 'choynak-3p0-front', 140],
  ])('shows the variant that fits: %s', async (_, attributes, sku, key, price) => {
    expect(await cardFor(attributes)).toMatchObject({
      image: { key },
      price: { amount: 10_000_000 },
      variant: { sku, price: { amount: price * 100_000 }, inStock: true },
    })
  })

  it('shows no price that was not asked for', async () => {
    const white = { colour: ['white'] }
    expect((await cardFor(white, true, { priceMax: 12_000_000 }))?.variant).toMatchObject({ sku: 'white-1' })
    expect(await cardFor(white, true, { priceMax: 10_500_000 })).not.toHaveProperty('variant')
    expect((await cardFor({ colour: ['cobalt'] }, true, { priceMin: 10_000_000 }))?.variant).toMatchObject({
      sku: 'cobalt-1',
    })
  })

  it('shows the product where nobody asked for variants, and where nothing of them is chosen', async () => {
    const plain = { image: { key: 'choynak-1p0-front' } }
    expect(await cardFor({ colour: ['cobalt'] }, false)).toMatchObject(plain)
    const all = await cardFor({})
    expect(all).toMatchObject(plain)
    expect(all).not.toHaveProperty('variant')
  })
})
