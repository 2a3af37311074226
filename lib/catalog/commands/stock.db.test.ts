import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, transact } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { openMarket } from '../market-fixture'
import { consumeStock, releaseStock, reserveStock } from './stock'

const stock = async (id: string) =>
  (
    await sql.query<{ on_hand: number; reserved: number }>(
      'select on_hand, reserved from stock_item where variant_id = $1',
      [id],
    )
  ).rows[0]

const inStock = async () =>
  (await sql.query<{ in_stock: boolean }>("select in_stock from product where id = 'prd_1'")).rows[0]?.in_stock

beforeAll(async () => {
  await testDb()
  await openMarket(sql)
  await sql.query(
    `insert into product (id, shop_id, category_id, slug, title, description, status, in_stock)
     values ('prd_1', 'sho_a', 'cat_2', 'lagan', '{"uz":"Lagan"}', '{}', 'active', true)`,
  )
  await sql.query(
    "insert into variant (id, product_id, sku, price) values ('var_a','prd_1','A',100),('var_b','prd_1','B',100)",
  )
  await sql.query("insert into stock_item (variant_id, on_hand) values ('var_a', 5), ('var_b', 20)")
})
afterAll(dropTestDbs)

describe('stock under many hands', () => {
  it('sells five units to five of fifty buyers, never to a sixth', async () => {
    const tries = Array.from({ length: 50 }, (_, n) =>
      transact((tx) => reserveStock(tx, `ord_${n}`, [{ variantId: 'var_a', quantity: 1 }], 30)),
    )
    const won = (await Promise.all(tries)).filter((result) => result.ok)
    expect(won).toHaveLength(5)
    expect(await stock('var_a')).toEqual({ on_hand: 5, reserved: 5 })
  })

  it('lets orders of the same goods in opposite order through without a lost unit', async () => {
    await sql.query("update stock_item set on_hand = 30 where variant_id = 'var_a'")
    const a = { variantId: 'var_a', quantity: 1 }
    const b = { variantId: 'var_b', quantity: 1 }
    const tries = Array.from({ length: 30 }, (_, n) =>
      transact((tx) => reserveStock(tx, `ord_two_${n}`, n % 2 ? [a, b] : [b, a], 30)),
    )
    const won = (await Promise.all(tries)).filter((result) => result.ok)
    expect(won).toHaveLength(20)
    expect(await stock('var_a')).toEqual({ on_hand: 30, reserved: 25 })
    expect(await stock('var_b')).toEqual({ on_hand: 20, reserved: 20 })
  })

  it('takes nothing of an order that cannot be served whole, and adds up repeated lines', async () => {
    const lines = [
      { variantId: 'var_a', quantity: 2 },
      { variantId: 'var_a', quantity: 4 },
    ]
    const result = await transact((tx) => reserveStock(tx, 'ord_big', lines, 30))
    expect(result).toMatchObject({ ok: false, code: 'out-of-stock', detail: { variantIds: ['var_a'] } })
    expect((await stock('var_a'))?.reserved).toBe(25)
  })

  it('gives back once however often it is asked to, and ships once', async () => {
    await transact((tx) => releaseStock(tx, 'ord_two_0'))
    await transact((tx) => releaseStock(tx, 'ord_two_0'))
    const before = await stock('var_a')
    const held = await sql.query<{ order_id: string }>(
      "select order_id from reservation where state = 'held' and order_id like 'ord_two_%' limit 1",
    )
    const order = held.rows[0]?.order_id ?? ''
    await transact((tx) => consumeStock(tx, order))
    await transact((tx) => consumeStock(tx, order))
    await transact((tx) => releaseStock(tx, order))
    expect(await stock('var_a')).toEqual({ on_hand: 29, reserved: (before?.reserved ?? 0) - 1 })
  })

  it('marks the product sold out with its last unit and back with the first returned', async () => {
    await sql.query('update stock_item set on_hand = reserved + 1')
    await transact((tx) => reserveStock(tx, 'ord_x', [{ variantId: 'var_a', quantity: 1 }], 30))
    expect(await inStock()).toBe(true)
    await transact((tx) => reserveStock(tx, 'ord_y', [{ variantId: 'var_b', quantity: 1 }], 30))
    expect(await inStock()).toBe(false)
    await transact((tx) => releaseStock(tx, 'ord_y'))
    expect(await inStock()).toBe(true)
  })
})
