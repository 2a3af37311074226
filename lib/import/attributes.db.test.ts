import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, listSellerProducts, updateProduct } from '@/lib/catalog'
import { openMarket, shopActor, teapot, uzs } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openTeapotAttributes } from './attributes-fixture'
import { exportGoodsCsv, exportGoodsXlsx, failedRows, listProblems, runImportHere, startImport } from './index'
import { choose, read, run } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  await openTeapotAttributes(sql)
})
afterAll(dropTestDbs)

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url))
const all = async () => (await listSellerProducts({ limit: 100 }, shopActor)).items
const goodsOf = async (sku: string) => (await all()).find(({ variants }) => variants.some((one) => one.sku === sku))
const attributesOf = async (sku: string) => (await goodsOf(sku))?.attributes
const told = async (id: string) =>
  (await listProblems(id, shopActor)).map(({ line, code, value }) => [line, code, value]).sort()
const text = async (lines: AsyncIterable<string> | null) => {
  let whole = ''
  for await (const piece of lines ?? []) whole += piece
  return whole
}
const som = { currency: 'UZS' }

const problems = [
  [4, 'bad-attribute', 'attr:material (Material) = «faarfor» → sopol, chinni'],
  [5, 'attribute-left', 'attr:colour = «qizil» → white, cobalt'],
  [5, 'attribute-left', 'attr:gift = «balki» → yes, no'],
  [5, 'attribute-left', 'attr:volume (Hajmi) = «2 kg» → 1,5 l'],
  [6, 'not-ready', 'attr:material'],
  [7, 'attribute-foreign', 'attr:power = «1500»'],
  [8, 'bad-attribute', 'attr:material (Material) = «Chinni oʻrda» → sopol, chinni'],
]

describe('columns of attributes', () => {
  let id = ''
  it('are tried like everything else, and every fault names column, value and what may be there', async () => {
    const done = await run(fixture('attributes.csv'), som, { dryRun: true })
    id = done.id
    expect(done).toMatchObject({ created: 4, refused: 3, errors: 3, warnings: 4 })
    expect(await told(id)).toEqual(problems)
    expect(await all()).toEqual([])
  })
  it('are read by type, in any language, and come out of the run as of the dry run', async () => {
    must(await startImport(id, { dryRun: false, choices: choose(som), here: true }, shopActor))
    await runImportHere(id)
    expect(await read(id)).toMatchObject({ created: 4, refused: 3 })
    expect(await told(id)).toEqual(problems)
    expect(await attributesOf('AT-1')).toEqual({
      material: 'sopol',
      volume: 0.8,
      gift: true,
      colour: 'cobalt',
      maker: 'Rishton ustalari',
    })
    expect(await attributesOf('AT-2')).toEqual({ material: 'chinni', volume: 1.2, gift: false })
    expect(await attributesOf('AT-4')).toEqual({ material: 'chinni' })
    expect(await attributesOf('AT-6')).toEqual({ material: 'chinni', volume: 1 })
  })
  it('give the rows back as they stood, and take them put right', async () => {
    const file = await text(await failedRows(id, shopActor, 'en'))
    expect(file).toContain('attr:material (Material) = «faarfor»')
    expect(await run(file.replace('faarfor', 'Porcelain'), som)).toMatchObject({ created: 1, refused: 2 })
    expect(await attributesOf('AT-3')).toEqual({ material: 'chinni', volume: 1 })
  })
  it('change what they say of goods that are there; an empty cell says nothing', async () => {
    expect(await run(fixture('attributes.csv'), som)).toMatchObject({ unchanged: 4, updated: 0, refused: 3 })
    const rows = 'AT-1,Choynak bir,choynak,100,chinni,,\nAT-2,Choynak ikki,choynak,100,,0.9 l,Yoʻq\n'
    const done = await run(`sku,title,category,price,Материал,Hajmi,attr:gift\n${rows}`, som)
    expect(done).toMatchObject({ updated: 2, errors: 0, warnings: 0 })
    expect(await attributesOf('AT-1')).toMatchObject({ material: 'chinni', volume: 0.8, gift: true, colour: 'cobalt' })
    expect(await attributesOf('AT-2')).toEqual({ material: 'chinni', volume: 0.9, gift: false })
  })
  it('are the same together with new prices, words and brands', async () => {
    const row = 'AT-1,Choynak yangi,choynak,90,sopol,Artel\nAT-2,Choynak ikki,choynak,95,,\n'
    expect(await run(`sku,title,category,price,attr:material,brand\n${row}`, som)).toMatchObject({ updated: 2 })
    expect(await attributesOf('AT-1')).toMatchObject({ material: 'sopol', volume: 0.8, brand: 'Artel' })
    expect(await attributesOf('AT-2')).toEqual({ material: 'chinni', volume: 0.9, gift: false })
    const titled = `sku,title,category,price,attr:volume\nAT-1,Choynak boshqa,choynak,80,yarim\n`
    const done = await run(titled, som)
    expect(done).toMatchObject({ updated: 1, warnings: 1 })
    expect(await attributesOf('AT-1')).toMatchObject({ material: 'sopol', volume: 0.8, brand: 'Artel' })
  })
})

describe('parameters of other markets', () => {
  it('of Yandex become attributes by name, and what buyers choose between stays an option', async () => {
    const done = await run(fixture('params.xml'), {}, {})
    expect(done).toMatchObject({ format: 'yml', created: 2, refused: 1 })
    expect(await told(done.id)).toEqual([
      [5, 'attribute-unknown', 'Вес брутто'],
      [8, 'bad-attribute', 'param:Материал = «картон» → sopol, chinni'],
    ])
    expect(await attributesOf('y1')).toEqual({ material: 'sopol', volume: 0.8 })
    expect(await goodsOf('y2')).toMatchObject({
      attributes: { material: 'chinni', colour: ['cobalt', 'white'] },
      variants: [{ options: { Цвет: 'Кобальтовый' } }, { options: { Цвет: 'Белый' } }],
    })
    expect(await run(fixture('params.xml'))).toMatchObject({ unchanged: 2, updated: 0, refused: 1 })
  })
  it('of WooCommerce become attributes unless variations differ in them', async () => {
    const header = 'Type,SKU,Name,Regular price,Categories,Stock,Parent'
    const slot = (n: number) =>
      `Attribute ${n} name,Attribute ${n} value(s),Attribute ${n} visible,Attribute ${n} global`
    const table = [
      `${header},${slot(1)},${slot(2)},${slot(7)}`,
      'simple,W-1,Teapot,10,Teapots,1,,Material,Ceramics,1,1,Finish,Matte,1,0,Gift,yes,1,0',
      'variable,W-2,Teapot set,,Teapots,,,Colour,"Cobalt, White",1,1,Material,Porcelain,1,1,,,,',
      'variation,W-2A,Teapot set,10,,1,W-2,Colour,Cobalt,,1,,,,,,,,',
      'variation,W-2B,Teapot set,10,,1,W-2,Colour,White,,1,,,,,,,,',
    ].join('\n')
    expect(await run(table, som)).toMatchObject({ format: 'woocommerce', created: 2, errors: 0 })
    expect(await goodsOf('W-1')).toMatchObject({
      attributes: { material: 'sopol', gift: true },
      variants: [{ options: { Finish: 'Matte' } }],
    })
    expect((await goodsOf('W-2A'))?.attributes).toEqual({ material: 'chinni', colour: ['cobalt', 'white'] })
    expect(await run(table, som)).toMatchObject({ unchanged: 2, updated: 0 })
  })
})

describe('an export', () => {
  const make = (sku: string, attributes: object) =>
    createProduct(teapot({ variants: [{ sku, price: uzs(100_000) }], attributes }), shopActor)
  it('has a column for each attribute of the shop’s categories and changes nothing when it comes back', async () => {
    must(await make('EX-1', { material: 'chinni', colour: ['cobalt', 'white'], volume: '1,25', maker: '=1+1 | "x"' }))
    must(await make('EX-2', { material: 'sopol', gift: false, maker: ['Ali', 'Vali'], power: 'unknown' }))
    const { id } = must(await make('EX-3', { material: 'sopol' }))
    must(await updateProduct(id, { attributes: { material: 'sopol', maker: '-5' } }, shopActor))
    const before = (await all()).map(({ updatedAt: _, ...product }) => product)
    const csv = await text(exportGoodsCsv(shopActor, 'ru'))
    const header = csv.split('\r\n')[0] ?? ''
    expect(header.split('images,')[1]?.split(',').sort()).toEqual([
      'attr:colour (Цвет)',
      'attr:gift (Подарок)',
      'attr:maker (Мастер)',
      'attr:material (Материал)',
      'attr:volume (Объём)',
    ])
    for (const file of [csv, (await exportGoodsXlsx(shopActor)) ?? ''])
      expect(await run(file)).toMatchObject({
        updated: 0,
        created: 0,
        errors: 0,
        warnings: 0,
        unchanged: before.length,
      })
    expect((await all()).map(({ updatedAt: _, ...product }) => product)).toEqual(before)
  })
})
