import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMarket, shopActor } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openTeapotAttributes } from './attributes-fixture'
import { listProblems, runImportHere, startImport, tellProblem } from './index'
import { choose, read, run } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  await openTeapotAttributes(sql)
})
afterAll(dropTestDbs)

const unknown = async (id: string) =>
  (await listProblems(id, shopActor, 500))
    .filter(({ code }) => code === 'attribute-unknown')
    .map(({ line, level, value, rows }) => [line, level, value, rows])
    .sort()

const offer = (n: number, params: string, price = '100') =>
  `<offer id="u${n}"><name>Чайник ${n}</name><price>${price}</price><currencyId>UZS</currencyId>` +
  `<categoryId>1</categoryId><count>1</count><param name="Материал">Керамика</param>${params}</offer>`
const yml = (offers: readonly string[]) =>
  `<yml_catalog><shop><categories><category id="1">Чайники</category></categories><offers>\n${offers.join('\n')}\n</offers></shop></yml_catalog>`

const weight = '<param name="Вес брутто" unit="кг">2</param>'
// More than are taken at once, so that later ones are added to what is told.
const goods = Array.from({ length: 230 }, (_, n) =>
  offer(n, n % 2 === 0 ? `${weight}<param name="Гарантия">1 год</param>` : ''),
)
const broken = offer(900, weight, 'даром')

describe('parameters that nobody knows', () => {
  it('are told once with all their rows, the same in a dry run and in the run, however often it is begun', async () => {
    const expected = [
      [2, 'warning', 'Вес брутто', 115],
      [2, 'warning', 'Гарантия', 115],
    ]
    const tried = await run(yml([...goods, broken]), {}, { dryRun: true })
    expect(tried).toMatchObject({ created: 230, refused: 1, warnings: 2 })
    expect(await unknown(tried.id)).toEqual(expected)
    must(await startImport(tried.id, { dryRun: false, choices: choose(), here: true }, shopActor))
    await runImportHere(tried.id)
    expect(await unknown(tried.id)).toEqual(expected)
    must(await startImport(tried.id, { dryRun: false, choices: choose(), only: 'failed', here: true }, shopActor))
    await runImportHere(tried.id)
    expect(await read(tried.id)).toMatchObject({ done: 231, warnings: 2 })
    expect(await unknown(tried.id)).toEqual(expected)
    expect(tellProblem({ code: 'attribute-unknown', value: 'Гарантия', rows: 115 }, 'en')).toContain('115')
  })

  it('of WooCommerce are told unless they stay what buyers see as an option', async () => {
    const slot = (n: number) => `Attribute ${n} name,Attribute ${n} value(s)`
    const table = [
      `Type,SKU,Name,Regular price,Categories,Stock,Parent,${slot(1)},${slot(2)},${slot(3)},${slot(7)}`,
      'simple,UW-1,Teapot,10,Teapots,1,,Material,Ceramics,Finish,Matte,,,Warranty,1 year',
      'variable,UW-2,Teapot set,,Teapots,,,Size,"S, L",Glaze,Blue,Material,Porcelain,Warranty,2 years',
      'variation,UW-2A,Teapot set,10,,1,UW-2,Size,S,,,,,,',
      'variation,UW-2B,Teapot set,10,,1,UW-2,Size,L,,,,,,',
    ].join('\n')
    const done = await run(table, { currency: 'UZS' })
    expect(done).toMatchObject({ format: 'woocommerce', refused: 0, created: 2 })
    expect(await unknown(done.id)).toEqual([
      [2, 'warning', 'Warranty', 2],
      [3, 'warning', 'Glaze', 1],
    ])
  })
})
