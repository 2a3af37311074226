import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listProducts } from '@/lib/catalog'
import { openMarket } from '@/lib/catalog/market-fixture'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openTeapotAttributes } from './attributes-fixture'
import { alone, read, take, told } from './test-import'

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  await openTeapotAttributes(sql)
})
afterAll(dropTestDbs)

const header = 'sku,title,category,price,gtin,brand,origin,attr:material,attr:volume,attr:colour\n'
const file = (mark: string, row: (n: number) => string, count = 40) =>
  header + Array.from({ length: count }, (_, n) => `${mark}-${n},${row(n)}\n`).join('')
const first = (n: number, gtin = '') => `Choynak ${n},choynak,${n + 100},${gtin},,,sopol,1,`

/** Another value, a brand, a country, all of it with a new price, what does not fit, what was there, other words, too. */
const later = (n: number, gtin = '') =>
  [
    `Choynak ${n},choynak,${n + 100},${gtin},,,chinni,1,`,
    `Choynak ${n},choynak,${n + 100},${gtin},Artel,,sopol,1,`,
    `Choynak ${n},choynak,${n + 100},${gtin},,UZ,sopol,1,`,
    `Choynak ${n},choynak,${n + 50},${gtin},Artel,UZ,chinni,1.5 l,white`,
    `Choynak ${n},choynak,${n + 100},${gtin},,,karton,1,`,
    first(n, gtin),
    `Choynak katta ${n},choynak,${n + 100},${gtin},,,sopol,2,qizil`,
  ][n % 7] ?? ''

const stateOf = async (mark: string) =>
  (
    await sql.query(
      `select replace(v.sku, $1, '') as sku, v.price, p.attributes, p.brand, p.origin, p.title, p.facets, d.title as words
         from variant v join product p on p.id = v.product_id left join search_document d on d.product_id = p.id
        where v.sku like $1 || '-%' order by 1`,
      [mark],
    )
  ).rows

describe('attributes of goods that are there', () => {
  it('come out together as they do one by one, faults and all', async () => {
    const walk = async (mark: string, gtin: string, change: typeof alone) => {
      await take(
        file(mark, (n) => first(n, n === 0 ? gtin : '')),
        change,
      )
      const id = await take(
        file(mark, (n) => later(n, n === 0 ? gtin : '')),
        change,
      )
      return { told: await told(id, mark), state: await stateOf(mark) }
    }
    const together = await walk('AA', '4006381333931', (open) => open)
    expect(together).toEqual(await walk('AB', '9780306406157', alone))
    const outcomes = together.told.items.map(([, outcome]) => outcome)
    expect(new Set(outcomes)).toEqual(new Set(['updated', 'unchanged', 'refused']))
    const found = await listProducts({ q: 'porcelain', limit: 50 }, 'en')
    expect(found.items.length).toBe(24)
  })

  it('are not looked at alone', async () => {
    const rows = (said: string) => file('AC', (n) => `Likopcha ${n},choynak,100,,${said}`, 120)
    await take(rows(',,sopol,1,'), (open) => open)
    const together: typeof alone = (open) => ({ ...open, one: () => Promise.reject(new Error('alone')) })
    const said = rows('Rishton,UZ,chinni,2,white')
    expect(await read(await take(said, together))).toMatchObject({ updated: 120, refused: 0 })
    expect(await read(await take(said, together))).toMatchObject({ unchanged: 120, refused: 0 })
  })

  it('are told where other goods have the same number since', async () => {
    const gtin = '5901234123457'
    const rows = (mark: string, material: string) =>
      `${header}${mark}-1,Kosa ${mark},choynak,100,${gtin},,,${material},1,\n`
    await take(rows('AD', 'sopol'), (open) => open)
    await sql.query(
      `update product p set status = 'archived' from variant v where v.product_id = p.id and v.sku = 'AD-1'`,
    )
    await take(rows('AE', 'sopol'), (open) => open)
    await sql.query(
      `update product p set status = 'active' from variant v where v.product_id = p.id and v.sku = 'AD-1'`,
    )
    const id = await take(rows('AD', 'chinni'), (open) => open)
    expect((await told(id, 'AD')).problems).toMatchObject([{ code: 'gtin-taken' }])
  })
})
