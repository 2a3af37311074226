import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, listProducts, openGoodsImport, type TakeGoods } from '@/lib/catalog'
import { openMarket, rivalActor, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { takeLease } from './commands/lease'
import { readRows } from './commands/read-rows'
import { takeBatch } from './commands/take-batch'
import { listItems, listProblems } from './index'
import { read, run, upload } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  must(await createProduct(teapot(), shopActor))
  must(await createProduct(teapot(), rivalActor))
})
afterAll(dropTestDbs)

/** Good goods, and every fault that costs one row: the same file but for its mark. */
function fileOf(mark: string, gtin: string): string {
  const line = (sku: string, title: string, category = 'choynak', price = '100', was = '', code = '') =>
    `${mark}-${sku},${mark} ${title},${category},${price},${was},${code}\n`
  const good = Array.from({ length: 150 }, (_, n) => line(`${n}`, `Tovar ${n}`))
  const bad = [
    line('nowhere', 'Yoʻq turkum', 'yoʻq joy'),
    line('false', 'Yolgʻon chegirma', 'choynak', '100', '200'),
    line('code', 'Bir kod', 'choynak', '100', '', gtin),
    line('code-2', 'Oʻsha kod', 'choynak', '100', '', gtin),
    line('free', 'Narxsiz', 'choynak', 'tekin'),
    line('7', 'Oʻsha SKU', 'choynak', '300'),
  ]
  return `sku,title,category,price,compare_at_price,gtin\n${[...good.slice(0, 50), ...bad, ...good.slice(50)].join('')}`
}

async function take(text: string, change: (take: TakeGoods) => TakeGoods) {
  const id = await upload(text, { currency: 'UZS' })
  const work = await takeLease(id)
  const open = await openGoodsImport(sql, shopActor, { stock: 'keep' })
  if (!work || !open) throw new Error('no work')
  await readRows(work)
  while ((await takeBatch(work, change(open))) > 0);
  return id
}

const told = async (id: string, mark: string) => ({
  items: (await listItems(id, shopActor, 500)).map(({ line, outcome, category, chosenBy }) => [
    line,
    outcome,
    category,
    chosenBy,
  ]),
  problems: (await listProblems(id, shopActor)).map((one) => ({
    ...one,
    value: one.value.replaceAll(mark, '').replace(/\d{13}/, ''),
  })),
})
const events = async () =>
  (await sql.query<{ n: number }>(`select count(*) as n from event where type = 'ProductChanged'`)).rows[0]?.n ?? 0

describe('goods that are taken together', () => {
  it('come out as they do one by one, faults and all', async () => {
    const together = await take(fileOf('TA', '4006381333931'), (open) => open)
    const alone = await take(fileOf('TB', '9780306406157'), (open) => ({
      ...open,
      many: async (_, goods) => goods.map(() => null),
    }))
    expect(await told(together, 'TA')).toEqual(await told(alone, 'TB'))
    const codes = (await told(together, 'TA')).problems.map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(
      expect.arrayContaining(['false-discount', 'gtin-taken', 'unknown-category']),
    )
    expect(await read(together)).toMatchObject({ created: 152, unchanged: 0 })
  })

  it('are in the log, in search and priced, each once', async () => {
    const before = await events()
    const text = `sku,title,category,price,stock\n${Array.from({ length: 30 }, (_, n) => `EV-${n},Gulxona ${n},choynak,${n + 1},4\n`).join('')}`
    const done = await run(text, { currency: 'UZS' })
    expect(done).toMatchObject({ created: 30 })
    expect((await events()) - before).toBe(30)
    const found = await listProducts({ q: 'gulxona', limit: 50 }, 'en')
    expect(found.items.length).toBe(30)
    expect(new Set(found.items.map(({ slug }) => slug)).size).toBe(30)
    expect(found.items.every(({ inStock, price }) => inStock && price.amount > 0)).toBe(true)
    expect(await run(text, { currency: 'UZS' })).toMatchObject({ unchanged: 30, created: 0, updated: 0 })
    expect((await events()) - before).toBe(30)
  })

  it('are taken one by one where the database refuses them together', async () => {
    const text = `sku,title,category,price\nDB-1,Bir,choynak,5\nDB-2,Ikki,choynak,6\n`
    const id = await take(text, (open) => ({
      ...open,
      many: async (tx, goods) => {
        await open.many(tx, goods)
        await tx.query(`insert into category (id, slug, name, path) values ('cat_1', 'x', '{}', '{}')`)
        return goods.map(() => null)
      },
    }))
    expect(await read(id)).toMatchObject({ created: 2, refused: 0, done: 2 })
  })
})
