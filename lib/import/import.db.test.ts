import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, getSellerProduct, listSellerProducts, openGoodsImport, putStock } from '@/lib/catalog'
import { categoryChooser } from '@/lib/catalog/commands/choose-category'
import { openMarket, rivalActor, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { takeLease } from './commands/lease'
import { readRows } from './commands/read-rows'
import { resumeImports, runImport, runImportHere } from './commands/run-import'
import { takeBatch } from './commands/take-batch'
import {
  createImport,
  exportGoodsCsv,
  exportGoodsXlsx,
  failedRows,
  getImport,
  listItems,
  listProblems,
  startImport,
} from './index'
import { choicesSchema } from './schema'

async function* piece(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes
}

const choose = (given: object = {}) => choicesSchema.parse({ pictures: false, ...given })

async function upload(bytes: Uint8Array | string, given: object = {}, start: object = {}) {
  const made = must(await createImport({ fileName: 'goods', bytes: piece(bytes) }, shopActor))
  must(await startImport(made.id, { dryRun: false, choices: choose(given), here: true, ...start }, shopActor))
  return made.id
}

async function run(bytes: Uint8Array | string, given: object = {}, start: object = {}) {
  const id = await upload(bytes, given, start)
  await runImportHere(id)
  return read(id)
}

async function read(id: string) {
  const found = await getImport(id, shopActor)
  if (!found) throw new Error('gone')
  return found
}

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

describe('an import', () => {
  const many = `sku,title,category,price\n${Array.from({ length: 130 }, (_, n) => `M-${n},Tovar ${n},choynak,${n + 1}\n`).join('')}`

  it('goes on where a crash left it, and nothing is done twice', async () => {
    const id = await upload(many, { currency: 'UZS' })
    const first = await takeLease(id)
    if (!first) throw new Error('no lease')
    expect(await takeLease(id)).toBeNull()
    await readRows(first)
    const take = await openGoodsImport(sql, shopActor, { stock: 'keep' })
    if (!take) throw new Error('no shop')
    await takeBatch(first, take)
    await takeBatch(first, take)
    expect(await read(id)).toMatchObject({ status: 'running', rows: 130, total: 130, done: 40, created: 40 })
    await sql.query(`update goods_import set lease_until = now() - interval '1 second' where id = $1`, [id])
    await runImportHere(id)
    expect(await read(id)).toMatchObject({ status: 'done', done: 130, created: 130, refused: 0 })
    await expect(takeBatch(first, take)).rejects.toThrow('another worker')
    const { rows } = await sql.query<{ n: number }>(
      `select count(distinct product_id) as n from variant where sku like 'M-%'`,
    )
    expect(rows[0]?.n).toBe(130)
  })
  it('that was reading reads on', async () => {
    const id = await upload(many, { currency: 'UZS' })
    const piecesBefore = await takeLease(id)
    await sql.query(
      `insert into goods_import_row (import_id, line, goods, cells)
       select $1, n + 1, 'M-' || (n - 1), jsonb_build_object('sku', 'M-' || (n - 1), 'title', 'Tovar ' || (n - 1), 'category', 'choynak', 'price', n::text)
         from generate_series(1, 50) n`,
      [id],
    )
    await sql.query('update goods_import set rows = 50, lease = null, lease_until = null where id = $1', [id])
    expect(piecesBefore).not.toBeNull()
    await runImport({ id })
    expect(await read(id)).toMatchObject({ status: 'done', rows: 130, unchanged: 130 })
  })
  it('whose worker is gone is found again by the sweep', async () => {
    const id = await upload('sku,title,category,price\nS-1,Bir,choynak,5\n', { currency: 'UZS' })
    await resumeImports()
    const { rows } = await sql.query(`select data from pgboss.job where name = 'run-import' and data->>'id' = $1`, [id])
    expect(rows.length).toBe(1)
  })
  it('by two workers at once is done once', async () => {
    const id = await upload('sku,title,category,price\nW-1,Bir,choynak,5\n', { currency: 'UZS' })
    await Promise.all([runImport({ id }), runImport({ id })])
    expect(await read(id)).toMatchObject({ status: 'done', created: 1, done: 1 })
  })
  it('guesses no price: without a currency it does not begin', async () => {
    const made = must(await createImport({ fileName: 'x', bytes: piece('sku,title,price\nA,B,1\n') }, shopActor))
    const start = (given: object) => startImport(made.id, { dryRun: true, choices: choose(given) }, shopActor)
    expect(await start({})).toMatchObject({ code: 'currency-needed' })
    expect(await start({ currency: 'EUR' })).toMatchObject({ code: 'bad-rate' })
    expect(await start({ currency: 'UZS', category: 'nowhere' })).toMatchObject({ code: 'unknown-category' })
  })
  it('remembers for the shop what its columns mean', async () => {
    const odd = 'A,B,C\nQ-1,Idish,70000\n'
    const made = must(await createImport({ fileName: 'odd', bytes: piece(odd) }, shopActor))
    expect(made.complete).toBe(false)
    const start = { dryRun: true, choices: choose({ currency: 'UZS' }) }
    expect(await startImport(made.id, start, shopActor)).toMatchObject({ code: 'mapping-incomplete' })
    must(await startImport(made.id, { ...start, mapping: { sku: 'A', title: 'B', price: 'C' } }, shopActor))
    const again = must(await createImport({ fileName: 'odd', bytes: piece(odd) }, shopActor))
    expect(again.mapping).toEqual({ sku: 'A', title: 'B', price: 'C' })
    const rival = must(await createImport({ fileName: 'odd', bytes: piece(odd) }, rivalActor))
    expect(rival.complete).toBe(false)
  })
  it('of no file or the wrong one is refused and leaves nothing', async () => {
    const before = (await sql.query('select from goods_import_piece')).rows.length
    expect(await createImport({ fileName: 'x', bytes: piece('') }, shopActor)).toMatchObject({ code: 'empty-file' })
    expect(await createImport({ fileName: 'x', bytes: piece('PK\x03\x04zip') }, shopActor)).toMatchObject({
      code: 'unreadable-file',
    })
    async function* endless() {
      for (;;) yield Buffer.alloc(1_000_000, 'a')
    }
    expect(await createImport({ fileName: 'x', bytes: endless() }, shopActor)).toMatchObject({ code: 'file-too-large' })
    expect((await sql.query('select from goods_import_piece')).rows.length).toBe(before)
  })
  it('takes a Yandex catalogue; pictures inside the network are a warning', async () => {
    const bytes = readFileSync(new URL('./fixtures/catalogue.xml', import.meta.url))
    const done = await run(bytes, { currency: 'RUR', rate: '155', pictures: true })
    expect(done).toMatchObject({ format: 'yml', created: 3, refused: 0, pictures: { total: 2, done: 2 } })
    const told = await listProblems(done.id, shopActor)
    expect(told.filter(({ code }) => code === 'picture-private-address').length).toBe(2)
    const { rows } = await sql.query<{ product_id: string }>(
      `select product_id from goods_import_item where import_id = $1 limit 1`,
      [done.id],
    )
    expect((await getSellerProduct(rows[0]?.product_id ?? '', shopActor))?.images.length).toBe(1)
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
