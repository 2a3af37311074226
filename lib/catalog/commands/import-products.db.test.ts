import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openMarket, shopActor, teapot } from '../market-fixture'
import { readProduct } from '../queries/read-product'
import { createProduct } from './create-product'
import { importProducts } from './import-products'
import { putStock } from './put-stock'

const csv = `Handle,Title,Body (HTML),Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price
tea-pot,Tea pot,<p>For six</p>,Kitchen,teapot,true,Size,Small,,3,9.99,
tea-pot,,,,,,,Large,,2,15.99,20
free,Free thing,,,,true,Title,Default Title,,1,0,`

const run = (change: { csv?: string; dryRun?: boolean } = {}) =>
  importProducts({ shop: 'rishton', csv, currency: 'USD', rate: '12650', ...change })

const count = async () => (await sql.query<{ n: number }>('select count(*) as n from product')).rows[0]?.n

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  must(await createProduct(teapot(), shopActor))
})
afterAll(dropTestDbs)

describe('goods of another market', () => {
  it('are tried without a trace', async () => {
    expect(must(await run({ dryRun: true }))).toMatchObject({
      created: 1,
      variants: 2,
      dryRun: true,
      errors: [{ line: 4 }, { line: 4 }],
    })
    expect(await count()).toBe(1)
  })
  it('become products in their own language with a picture and a category that fit', async () => {
    expect(must(await run())).toMatchObject({ created: 1, updated: 0 })
    expect(await readProduct('tea-pot', 'uz')).toMatchObject({
      kind: 'product',
      product: {
        title: 'Tea pot',
        description: 'For six',
        locales: ['en'],
        price: { amount: 12_637_350 },
        crumbs: [{}, { slug: 'choynak' }],
        images: [{ key: 'choynak-3p0-front' }],
      },
    })
  })
  it('change nothing when run again, not even what was sold since', async () => {
    must(await putStock([{ sku: 'TEA-POT-SMALL', quantity: 1 }], shopActor))
    expect(must(await run())).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    const answer = await readProduct('tea-pot', 'en')
    expect(answer.kind === 'product' && answer.product.variants.map(({ available }) => available)).toEqual([1, 2])
  })
  it('follow the file when a price moves or a variant is added', async () => {
    const more = csv.replace('9.99', '8.99').replace('free,', 'tea-pot,,,,,,,Huge,,1,30,\nfree,')
    expect(must(await run({ csv: more }))).toMatchObject({ updated: 1 })
    expect(await readProduct('tea-pot', 'en')).toMatchObject({
      product: { price: { amount: 11_372_350 }, variants: { length: 3 } },
    })
  })
  it('are refused with a reason', async () => {
    expect(await importProducts({ shop: 'nobody', csv, currency: 'USD', rate: 1 })).toMatchObject({ code: 'not-found' })
    expect(await importProducts({ shop: 'rishton', csv, currency: 'EUR', rate: 1 })).toMatchObject({
      code: 'unknown-currency',
    })
    expect(await importProducts({ shop: 'rishton', csv, currency: 'USD' })).toMatchObject({ code: 'bad-rate' })
  })
})
