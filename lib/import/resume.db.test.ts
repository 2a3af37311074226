import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, getSellerProduct, openGoodsImport } from '@/lib/catalog'
import { openMarket, rivalActor, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { takeLease } from './commands/lease'
import { readRows } from './commands/read-rows'
import { resumeImports, runImport } from './commands/run-import'
import { takeBatch } from './commands/take-batch'
import { createImport, listProblems, runImportHere, startImport } from './index'
import { choose, piece, read, run, upload } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  must(await createProduct(teapot(), shopActor))
})
afterAll(dropTestDbs)

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
    expect(await read(id)).toMatchObject({ status: 'running', rows: 130, total: 130, done: 100, created: 100 })
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
