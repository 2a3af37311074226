import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, listSellerProducts, putStock } from '@/lib/catalog'
import { categoryChooser } from '@/lib/catalog/commands/choose-category'
import { openMarket, rivalActor, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import {
  exportGoodsCsv,
  exportGoodsXlsx,
  failedRows,
  getImport,
  listItems,
  listProblems,
  runImportHere,
  startImport,
} from './index'
import { choose, read, run } from './test-import'

const text = async (lines: AsyncIterable<string> | null) => {
  let all = ''
  for await (const line of lines ?? []) all += line
  return all
}

const count = async () => (await sql.query<{ n: number }>('select count(*) as n from product')).rows[0]?.n
const usd = { currency: 'USD', rate: '12650' }
const shopify = readFileSync(new URL('./fixtures/shopify.csv', import.meta.url))

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  must(await createProduct(teapot(), shopActor))
})
afterAll(dropTestDbs)

describe('a dry run', () => {
  let id = ''
  it('says everything and leaves no trace', async () => {
    const done = await run(shopify, usd, { dryRun: true })
    id = done.id
    expect(done).toMatchObject({
      status: 'done',
      format: 'shopify',
      total: 8,
      done: 8,
      created: 4,
      refused: 4,
      dryRun: true,
    })
    expect(await count()).toBe(1)
  })
  it('names the category of each and the rows that are wrong', async () => {
    const items = await listItems(id, shopActor)
    expect(items.find(({ title }) => title === 'Tea pot')).toMatchObject({ category: 'choynak', chosenBy: 'words' })
    expect(items.find(({ title }) => title === 'Copper Light')).toMatchObject({
      category: 'idish',
      chosenBy: 'neutral',
    })
    expect((await listProblems(id, shopActor)).map(({ line, code }) => [line, code])).toEqual([
      [7, 'zero-price'],
      [7, 'no-variants'],
      [8, 'bad-price'],
      [8, 'no-variants'],
      [9, 'no-handle'],
      [13, 'unreadable-row'],
      [5, 'false-discount'],
    ])
  })
  it('is followed by the run, without another upload', async () => {
    must(await startImport(id, { dryRun: false, choices: choose(usd), here: true }, shopActor))
    await runImportHere(id)
    expect(await read(id)).toMatchObject({ status: 'done', created: 4, refused: 4, dryRun: false })
    expect(await count()).toBe(5)
  })
  it('is nobody else’s to see', async () => {
    expect(await getImport(id, rivalActor)).toBeNull()
    expect(await failedRows(id, rivalActor, 'uz')).toBeNull()
    expect(await listProblems(id, rivalActor)).toEqual([])
    expect(await startImport(id, { dryRun: true, choices: choose(usd) }, rivalActor)).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('goods that are there', () => {
  it('change nothing when the file comes again, not even what was sold since', async () => {
    must(await putStock([{ sku: 'CLAY-POT-REGULAR', quantity: 1 }], shopActor))
    const before = (await sql.query('select id, updated_at from product order by id')).rows
    expect(await run(shopify, usd)).toMatchObject({ created: 0, updated: 0, unchanged: 4, refused: 4 })
    expect((await sql.query('select id, updated_at from product order by id')).rows).toEqual(before)
  })
  it('follow the file when a price moves, and their stock when that is asked for', async () => {
    const dearer = shopify.toString().replace('9.99', '8.99')
    expect(await run(dearer, { ...usd, stock: 'set' })).toMatchObject({ updated: 1, unchanged: 3 })
    const { items } = await listSellerProducts({}, shopActor)
    const pot = items.find(({ slug }) => slug === 'clay-pot')
    expect(pot?.variants.map(({ price, stock }) => [price.amount, stock])).toEqual([
      [11_372_350, 3],
      [20_227_350, 2],
    ])
  })
  it('come back from their own export unchanged, as CSV and as XLSX', async () => {
    must(
      await createProduct(
        teapot({
          title: { uz: '=HYPERLINK("x")', ru: '+1 "а"; б' },
          variants: [
            { sku: 'F-1', price: { amount: '1', currency: 'UZS' } },
            {
              sku: 'F-2',
              options: { colour: '@white' },
              price: { amount: '1050', currency: 'UZS' },
              ikpu: '12345678901234567',
            },
          ],
        }),
        shopActor,
      ),
    )
    const csv = await text(exportGoodsCsv(shopActor))
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    const all = await count()
    expect(await run(csv)).toMatchObject({ format: 'own', unchanged: all, updated: 0, created: 0, errors: 0 })
    const xlsx = await exportGoodsXlsx(shopActor)
    expect(await run(xlsx ?? '')).toMatchObject({ unchanged: all, updated: 0, created: 0, errors: 0 })
  })
  it('of two products are not thrown together', async () => {
    const mixed =
      'product,sku,title,category,price,option1_name,option1_value\nx,CH-1,X,choynak,100,A,1\nx,TEA-1,,,100,,2\n'
    const done = await run(mixed, { currency: 'UZS' })
    expect(done).toMatchObject({ refused: 1 })
    expect((await listProblems(done.id, shopActor))[0]).toMatchObject({ code: 'several-products' })
  })
})

describe('rows that were refused', () => {
  const table = 'sku,title,category,price\nN-1,Yangi,choynak,100\nN-2,Boshqa,yoq,100\n"=N",Formula,choynak,100\n'
  it('come back as a file with what is wrong, and only they are taken again', async () => {
    const done = await run(table, { currency: 'UZS' })
    expect(done).toMatchObject({ created: 1, refused: 2 })
    const file = await text(await failedRows(done.id, shopActor, 'en'))
    expect(file.split('\r\n').slice(1, 3)).toEqual([
      'N-2,Boshqa,yoq,100,3,There is no such category: “yoq”',
      expect.stringContaining(`'=N,Formula,choynak,100,4,"Not a SKU`),
    ])
    await sql.query(`insert into category (id, slug, name, path) values ('cat_9', 'yoq', '{"uz":"Yoq"}', '{yoq}')`)
    must(
      await startImport(
        done.id,
        { dryRun: false, choices: choose({ currency: 'UZS' }), only: 'failed', here: true },
        shopActor,
      ),
    )
    await runImportHere(done.id)
    expect(await read(done.id)).toMatchObject({ done: 3, created: 2, refused: 1, errors: 2 })
    const fixed = file.replace("'=N", 'N-3')
    expect(await run(fixed, { currency: 'UZS' })).toMatchObject({ created: 1, unchanged: 1, refused: 0 })
  })
})

describe('a category', () => {
  it('is chosen by what the thing is, not by a word that happens to be there', async () => {
    const put = (id: string, slug: string, uz: string, ru: string, en: string, parent: string | null = null) =>
      sql.query('insert into category (id, parent_id, slug, name, path) values ($1, $2, $3, $4, $5)', [
        id,
        parent,
        slug,
        JSON.stringify({ uz, ru, en }),
        parent ? ['oshxona', slug] : [slug],
      ])
    await put('cat_20', 'oshxona', 'Oshxona', 'Кухня', 'Kitchen')
    await put('cat_21', 'oshxona-pichoqlari', 'Oshxona pichoqlari', 'Кухонные ножи', 'Kitchen knives', 'cat_20')
    await put('cat_22', 'tana-moylari', 'Tana moylari', 'Масла для тела', 'Body oils')
    await put('cat_23', 'yongoqlar', 'Yongʻoqlar', 'Орехи', 'Nuts')
    await put('cat_24', 'uy-bezagi', 'Uy bezagi', 'Декор', 'Home decor')
    const choose = await categoryChooser(sql)
    const of = (title: string, type = '', tags = '', category = '') =>
      choose({ title: { en: title }, category: { text: category, binding: false }, about: { type, tags } })
    expect(of('Walnut Serving Board', 'Kitchen', 'wood, serving')?.slug).toBe('oshxona')
    expect(of('Steel knife', 'Kitchen')?.slug).toBe('oshxona-pichoqlari')
    expect(of('Roasted walnuts')?.slug).toBe('yongoqlar')
    expect(of('Massage body oil')?.slug).toBe('tana-moylari')
    expect(of('Thing', '', '', 'Home > Body oils')).toEqual({ slug: 'tana-moylari', chosenBy: 'file' })
    expect(of('Unspeakable')).toEqual({ slug: 'uy-bezagi', chosenBy: 'neutral' })
  })
})
