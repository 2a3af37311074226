import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct } from '@/lib/catalog'
import { openMarket, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { createImport, failedRows, runImportHere, startImport } from './index'
import { choose, piece, read, run, upload } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  must(await createProduct(teapot(), shopActor))
})
afterAll(dropTestDbs)

const uzs = { currency: 'UZS' }
const lookAt = async (text: string) => must(await createImport({ fileName: 'x', bytes: piece(text) }, shopActor))

describe('what a shop has said of its columns', () => {
  const odd = 'Kod,Ism,Puli,Joyi\nQ-1,Idish,70000,choynak\nQ-2,Kosa,qimmat,choynak\n'
  const mapping = { sku: 'Kod', title: 'Ism', price: 'Puli', category: 'Joyi' }
  let failed = ''
  it('holds for the file of its failed rows', async () => {
    const done = await run(odd, uzs, { mapping })
    expect(done).toMatchObject({ created: 1, refused: 1 })
    for await (const lines of (await failedRows(done.id, shopActor, 'uz')) ?? []) failed += lines
    const again = await lookAt(failed.replace('qimmat', '90000'))
    expect(again).toMatchObject({ complete: true, mapping })
  })
  it('does not gather more columns with every turn', async () => {
    const done = await run(failed, uzs)
    let twice = ''
    for await (const lines of (await failedRows(done.id, shopActor, 'uz')) ?? []) twice += lines
    expect(twice.split('\r\n')[0]).toBe('\ufeffKod,Ism,Puli,Joyi,bozor_line,bozor_error')
  })
  it('holds with the kind of file that was chosen for it', async () => {
    const text = 'Handle,Narxi,Atalishi\nlagan,5,Lagan\n'
    const first = await lookAt(text)
    expect(first.format).toBe('own')
    const chosen = { product: 'Handle', price: 'Narxi', title: 'Atalishi' }
    must(
      await startImport(
        first.id,
        { dryRun: true, choices: choose(uzs), mapping: chosen, format: 'shopify', here: true },
        shopActor,
      ),
    )
    expect(await lookAt(text)).toMatchObject({ format: 'shopify', mapping: chosen })
  })
})

describe('two clicks at once', () => {
  it('begin one run, and the report tells of that', async () => {
    const id = await upload('sku,title,category,price\nT-1,Bir,choynak,5\n', uzs, { dryRun: true })
    await runImportHere(id)
    const start = () => startImport(id, { dryRun: false, choices: choose(uzs), here: true }, shopActor)
    const answers = await Promise.all([start(), start(), start()])
    expect(answers.filter(({ ok }) => ok).length).toBe(1)
    expect(answers.filter((one) => !one.ok && one.code === 'wrong-status').length).toBe(2)
    await runImportHere(id)
    expect(await read(id)).toMatchObject({ created: 1, unchanged: 0, done: 1 })
  })
})
