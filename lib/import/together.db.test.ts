import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProduct, listProducts, type TakeGoods } from '@/lib/catalog'
import { openMarket, rivalActor, shopActor, teapot } from '@/lib/catalog/market-fixture'
import { type Prepared, sql, type Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { alone, read, run, take, told } from './test-import'

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
  const good = Array.from({ length: 105 }, (_, n) => line(`${n}`, `Tovar ${n}`))
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

const events = async () =>
  (await sql.query<{ n: number }>(`select count(*) as n from event where type = 'ProductChanged'`)).rows[0]?.n ?? 0

describe('goods that are taken together', () => {
  it('come out as they do one by one, faults and all', { timeout: 120_000 }, async () => {
    const together = await take(fileOf('TA', '4006381333931'), (open) => open)
    const single = await take(fileOf('TB', '9780306406157'), alone)
    expect(await told(together, 'TA')).toEqual(await told(single, 'TB'))
    const codes = (await told(together, 'TA')).problems.map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(
      expect.arrayContaining(['false-discount', 'gtin-taken', 'unknown-category']),
    )
    expect(await read(together)).toMatchObject({ created: 107, unchanged: 0 })
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

  it('change prices and quantities as they do one by one, each told once', async () => {
    const rows = (mark: string, change: (n: number) => string) =>
      `sku,title,category,price,compare_at_price,gtin,stock,images,description_ru,title_en\n${Array.from({ length: 40 }, (_, n) => `${mark}-${n},${change(n)}\n`).join('')}`
    const first = (n: number) => `Lagan ${n},choynak,${n + 100},,,5`
    // A new price, a new quantity, both, another title, an old price that was never asked, nothing; a new language.
    const later = (n: number) =>
      [
        `Lagan ${n},choynak,${n + 50},,,5`,
        `Lagan ${n},choynak,${n + 100},,,9`,
        `Lagan ${n},choynak,${n + 50},,,9`,
        `Lagan katta ${n},choynak,${n + 50},,,5`,
        `Lagan ${n},choynak,${n + 100},900,,5`,
        first(n),
        `${first(n)},,Блюдо,`,
        `Lagan oq ${n},choynak,${n + 50},,,5,${own('piala-3p0-front')},,`,
        `${first(n)},,,Dish ${n}`,
      ][n % 9] ?? ''
    const own = (key: string) => `${env.APP_URL}/goods/${key}-640.jpg`
    const stateOf = async (mark: string) =>
      (
        await sql.query(
          `select replace(v.sku, $1, '') as sku, v.price, v.compare_at, s.on_hand, p.title, p.description, p.images,
                  p.price as lowest, p.in_stock, v.image, d.title as words, d.tsv @@ to_tsquery('simple', 'блюд:*') as found,
                  (select count(*) from price_history h where h.variant_id = v.id) as prices
             from variant v join product p on p.id = v.product_id left join stock_item s on s.variant_id = v.id
             left join search_document d on d.product_id = p.id
            where v.sku like $1 || '-%' order by 1`,
          [mark],
        )
      ).rows
    const walk = async (mark: string, change: (open: TakeGoods) => TakeGoods) => {
      await take(
        rows(mark, (n) => `${first(n)},${own('choynak-3p0-front')},,`),
        change,
        { stock: 'set' },
      )
      const before = await events()
      const id = await take(rows(mark, later), change, { stock: 'set' })
      return { told: await told(id, mark), events: (await events()) - before, state: await stateOf(mark) }
    }
    const together = await walk('PA', (open) => open)
    expect(together).toEqual(await walk('PB', alone))
    expect(together.events).toBe(together.told.items.filter(([, outcome]) => outcome === 'updated').length)
    expect(await read(await take(rows('PA', later), (open) => open, { stock: 'set' }))).toMatchObject({ updated: 0 })
  })

  it('are not looked at alone for a new price or other words', async () => {
    const text = (price: number, title = 'Likopcha', about = '') =>
      `sku,title,category,price,description\n${Array.from({ length: 120 }, (_, n) => `PC-${n},${title} ${n},choynak,${n + price},${about}\n`).join('')}`
    await take(text(100), (open) => open)
    const together = (open: TakeGoods): TakeGoods => ({ ...open, one: () => Promise.reject(new Error('alone')) })
    expect(await read(await take(text(70), together))).toMatchObject({ updated: 120, refused: 0 })
    const told = text(60, 'Tarelkacha', 'Sirlangan')
    expect(await read(await take(told, together))).toMatchObject({ updated: 120, refused: 0 })
    expect(await read(await take(told, together))).toMatchObject({ unchanged: 120, refused: 0 })
    const found = await listProducts({ q: 'tarelkacha', limit: 5 }, 'en')
    expect(found.items.length).toBe(5)
  })

  it('are written whole: no statement changes a product that another has just written', async () => {
    const changed: (number | null)[] = []
    const watching = (tx: Tx): Tx => ({
      async query<Row extends object>(statement: string | Prepared, params?: unknown[]) {
        const answer = await tx.query<Row>(statement, params)
        const text = typeof statement === 'string' ? statement : statement.text
        if (text.trim().startsWith('update product ')) changed.push(answer.rowCount)
        return answer
      },
    })
    const watched = (open: TakeGoods): TakeGoods => ({ ...open, many: (tx, goods) => open.many(watching(tx), goods) })
    const text = (colour: string, title: string) =>
      `sku,title,category,price,stock,attr:colour\n${Array.from({ length: 40 }, (_, n) => `WH-${n},${title} ${n},choynak,${n + 100},4,${colour}\n`).join('')}`
    expect(await read(await take(text('', 'Oftoba'), watched))).toMatchObject({ created: 40 })
    expect(changed).toEqual([0])
    expect(await read(await take(text('cobalt', 'Oftobacha'), watched))).toMatchObject({ updated: 40 })
    expect(changed).toEqual([0, 40])
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
