import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { seedMarket } from '@/lib/order/test-market'
import { getShopPixels, isAnyShopMeasuring, readShopPixels, setShopPixels } from './shop-pixels'

let db: pg.Pool
let slug: string
beforeAll(async () => {
  db = await testDb()
  await seedMarket(db, 10)
  slug = (await db.query(`select slug from shop where id = 'sho_a'`)).rows[0].slug
})
afterAll(dropTestDbs)

const person = { kind: 'user', id: 'usr_1', name: 'A', phone: '+998900000001', role: 'seller' } as const
const seller = { ...person, shopId: 'sho_a', shopSlug: 'a' } as const
const colleague = { ...seller, id: 'usr_2' } as const
const ga4 = { ga4: 'G-AB12CD34', meta: null, metrica: null }
const both = { ...ga4, meta: '123456' }

it('the last change counts, every change is kept, and none can be rewritten', async () => {
  expect(await isAnyShopMeasuring(sql)).toBe(false)
  must(await setShopPixels(ga4, seller))
  must(await setShopPixels(ga4, seller))
  must(await setShopPixels(both, colleague))
  expect(await readShopPixels(sql, [slug, 'no-such-shop'])).toEqual(new Map([[slug, both]]))
  expect(await isAnyShopMeasuring(sql)).toBe(true)
  const { pixels, changes } = await getShopPixels(seller)
  expect(pixels).toEqual(both)
  expect(changes).toMatchObject([
    { ...both, mine: false },
    { ...ga4, mine: true },
  ])
  const { rows } = await db.query('select changed_by from shop_pixel order by id')
  expect(rows).toEqual([{ changed_by: 'usr_1' }, { changed_by: 'usr_2' }])
  await expect(db.query(`update shop_pixel set ga4 = 'G-OTHER1'`)).rejects.toThrow('append-only')
  await expect(db.query('delete from shop_pixel')).rejects.toThrow('append-only')
})

it('a shop without a number, or one that does not sell, has none', async () => {
  const shown = async () => [(await readShopPixels(sql, [slug])).size, await isAnyShopMeasuring(sql)]
  expect(await shown()).toEqual([1, true])
  await db.query(`update shop set status = 'paused' where id = 'sho_a'`)
  expect(await shown()).toEqual([0, false])
  await db.query(`update shop set status = 'active' where id = 'sho_a'`)
  must(await setShopPixels({ ga4: null, meta: null, metrica: null }, seller))
  expect(await shown()).toEqual([0, false])
  expect((await getShopPixels(seller)).changes).toHaveLength(3)
})

it('is its own people’s alone to see and to set', async () => {
  expect(await setShopPixels(both, person)).toMatchObject({ code: 'forbidden' })
  expect(await setShopPixels(both, { kind: 'guest' })).toMatchObject({ code: 'forbidden' })
  expect((await getShopPixels({ ...seller, shopId: 'sho_b' })).changes).toEqual([])
  expect((await getShopPixels(person)).changes).toEqual([])
})

it('two forms at once are two changes', async () => {
  const sent = Array.from({ length: 20 }, (_, at) => setShopPixels({ ...ga4, metrica: String(1000 + at) }, seller))
  for (const set of await Promise.all(sent)) must(set)
  expect((await db.query('select 1 from shop_pixel')).rowCount).toBe(23)
})
