import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, listSellerProducts, updateProduct } from '@/lib/catalog'
import { openMarket, shopActor, teapot, uzs } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { exportGoodsCsv, exportGoodsXlsx, listProblems } from './index'
import { run } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
})
afterAll(dropTestDbs)

const exported = async () => {
  let all = ''
  for await (const piece of exportGoodsCsv(shopActor)) all += piece
  return all
}

const state = async () =>
  (await listSellerProducts({ limit: 100 }, shopActor)).items.map(({ updatedAt: _, ...product }) => product)

const price = uzs(100_000)
const picture = `u-${'ab'.repeat(16)}`

describe('an export that comes back', () => {
  beforeAll(async () => {
    must(await createProduct(teapot({ variants: [{ sku: 'P-1', price }] }), shopActor))
    const { id } = must(await createProduct(teapot({ variants: [{ sku: 'PAUSE-1', price }] }), shopActor))
    must(await updateProduct(id, { status: 'paused' }, shopActor))
    must(await createProduct(teapot({ variants: [{ sku: 'DRAFT-1', price }], status: 'draft' }), shopActor))
    must(await createProduct(teapot({ variants: [{ sku: 'ARCHIVE-1', price }], status: 'archived' }), shopActor))
    const description = { uz: 'Boʻyi < 50 sm,  eni > 20 sm\n\n\n\nIssiqda &amp; sovuqda', en: '5 < 6 & 7 > 3' }
    must(await createProduct(teapot({ variants: [{ sku: 'WORDS-1', price }], description }), shopActor))
    const axes = (size: string, lid: string) => ({ colour: 'cobalt', size, lid, handle: lid, box: size })
    const variants = [
      { sku: 'AXES-1', price, options: axes('S', 'yes') },
      { sku: 'AXES-2', price, options: axes('M', 'no') },
    ]
    must(await createProduct(teapot({ variants }), shopActor))
    const bundle = [{ sku: 'P-1', quantity: 1 }]
    must(await createProduct(teapot({ variants: [{ sku: 'SET-1', price, bundle }] }), shopActor))
    const terms = { minOrder: 4, multiple: 2, tiers: [{ from: 10, price: uzs(90_000) }] }
    must(await createProduct(teapot({ variants: [{ sku: 'TIER-1', price, ...terms }] }), shopActor))
    await sql.query(
      `insert into file (key, kind, owner, bytes, width, height, state) values ($1, 'picture', 'sho_a', 1, 640, 640, 'ready')`,
      [picture],
    )
    const alt = { uz: 'Oldidan', ru: 'Спереди' }
    const images = [{ key: picture, alt }, 'choynak-3p0-front']
    must(await createProduct(teapot({ variants: [{ sku: 'ALT-1', price }], images }), shopActor))
  })

  it.each(['keep', 'set'])('changes nothing, whatever state the goods are in (%s)', async (stock) => {
    const before = await state()
    const file = await exported()
    expect(await run(file, { stock })).toMatchObject({ updated: 0, created: 0, errors: 0, unchanged: before.length })
    const sheet = await exportGoodsXlsx(shopActor)
    expect(await run(sheet ?? '', { stock })).toMatchObject({ updated: 0, errors: 0, unchanged: before.length })
    expect(await state()).toEqual(before)
  })

  it('moves pictures without taking their words', async () => {
    const file = await exported()
    const line = file.split('\r\n').find((one) => one.includes('ALT-1')) ?? ''
    const header = file.split('\r\n')[0] ?? ''
    const images = /http\S+ \| http\S+$/.exec(line)?.[0] ?? ''
    const turned = line.replace(images, images.split(' | ').reverse().join(' | '))
    expect(await run(`${header}\r\n${turned}\r\n`)).toMatchObject({ updated: 1 })
    const moved = (await state()).find(({ variants }) => variants[0]?.sku === 'ALT-1')
    expect(moved?.images.map(({ key }) => key)).toEqual(['choynak-3p0-front', picture])
    expect(moved?.images[1]?.alt).toEqual({ uz: 'Oldidan', ru: 'Спереди' })
  })

  it('leaves the stock of a bundle to its parts, however often it comes', async () => {
    const table = 'sku,title_uz,price,currency,stock\nSET-1,Choynak «Paxta gulli»,1000,UZS,7\n'
    const done = await run(table, { stock: 'set' })
    expect(done).toMatchObject({ unchanged: 1, updated: 0, refused: 0 })
  })

  it('pauses and sells again what it says so of, and leaves what it cannot read', async () => {
    const table = (status: string) =>
      `sku,title_uz,price,currency,status\nP-1,Choynak «Paxta gulli»,1000,UZS,${status}\n`
    const now = async () => (await state()).find(({ variants }) => variants[0]?.sku === 'P-1')?.status
    expect(await run(table('paused'))).toMatchObject({ updated: 1 })
    expect(await now()).toBe('paused')
    const odd = await run(table('sotuvdan olingan'))
    expect(odd).toMatchObject({ unchanged: 1, warnings: 1 })
    expect((await listProblems(odd.id, shopActor))[0]).toMatchObject({ code: 'bad-status', value: 'sotuvdan olingan' })
    expect(await run(table('Active'))).toMatchObject({ updated: 1 })
    expect(await now()).toBe('active')
  })
})
