import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShopActor } from '@/lib/auth/schema'
import { addItem, getCart, setQuantity } from '@/lib/cart'
import { getSellerProduct, putStock, updateProduct } from '@/lib/catalog'
import { sql } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import {
  cancelOrder,
  confirmParcel,
  getOrder,
  getReturn,
  packParcel,
  placeOrder,
  receiveReturn,
  requestReturn,
  returnParcel,
  shipParcel,
} from '@/lib/order'
import { fillCart, order, orderInput, seedMarket, stockOf } from './test-market'
import { deliver, paidOrder } from './test-paid-order'

const shop: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_a', scopes: [] }
const patch = (sku: string, change: object, id = 'prd_a3') =>
  updateProduct(id, { variants: [{ sku, ...change }] }, shop)

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 10)
  await pool.query(
    `insert into product (id, shop_id, category_id, category_ids, slug, title, description, status, price)
     values ('prd_a3', 'sho_a', 'cat_1', '{cat_1}', 'toplam', '{"uz":"Toʻplam"}', '{}', 'active', 25000000)`,
  )
  await pool.query(`insert into variant (id, product_id, sku, price) values ('var_a3', 'prd_a3', 'SET', 25000000)`)
  // Two of the first and one of the second.
  must(
    await patch('SET', {
      bundle: [
        { sku: 'SKU-A1', quantity: 2 },
        { sku: 'SKU-A2', quantity: 1 },
      ],
    }),
  )
})
afterAll(dropTestDbs)

const stock = async (a1: number, a2: number) => {
  await pool.query(
    `update stock_item set reserved = 0, on_hand = case variant_id when 'var_a1' then $1::int else $2::int end`,
    [a1, a2],
  )
  await pool.query(`update reservation set state = 'released'`)
}
const inStock = async () => (await pool.query(`select in_stock from product where id = 'prd_a3'`)).rows[0]?.in_stock

describe('a bundle', () => {
  it('has what its scarcest part allows, and no stock of its own', async () => {
    await stock(7, 5)
    expect((await getSellerProduct('prd_a3', shop))?.variants[0]).toMatchObject({
      stock: 3,
      bundle: [
        { sku: 'SKU-A1', quantity: 2 },
        { sku: 'SKU-A2', quantity: 1 },
      ],
    })
    expect(await putStock([{ sku: 'SET', quantity: 9 }], shop)).toMatchObject({ code: 'bundle-stock' })
  })

  it('is made of plain goods of the same shop', async () => {
    const wrong = [['SKU-B1'], ['SET'], ['SKU-A1', 'SKU-A1'], ['NOBODYS']]
    for (const skus of wrong)
      expect(await patch('SET', { bundle: skus.map((sku) => ({ sku, quantity: 1 })) })).toMatchObject({
        code: 'bad-bundle',
      })
    const part = await patch('SKU-A1', { bundle: [{ sku: 'SKU-A2', quantity: 1 }] }, 'prd_a1')
    expect(part).toMatchObject({ code: 'bad-bundle', detail: { skus: ['SKU-A1'] } })
  })

  it('holds its parts, gives them back, ships them and takes them back', async () => {
    await stock(10, 10)
    const basket = await fillCart({ var_a3: 2 })
    const [line] = (await getCart({ id: basket.id as `crt_${string}`, token: basket.token }))?.shops[0]?.items ?? []
    expect(line?.parts?.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['SKU-A1', 2],
      ['SKU-A2', 1],
    ])
    const placed = await order({ var_a3: 2, var_a1: 1 })
    expect([await stockOf(pool, 'var_a1'), await stockOf(pool, 'var_a2')]).toEqual([
      { on_hand: 10, reserved: 5 },
      { on_hand: 10, reserved: 2 },
    ])
    expect(placed.order.parcels[0]?.items[0]?.parts).toMatchObject([{ sku: 'SKU-A1', quantity: 2 }, { sku: 'SKU-A2' }])
    expect((await getOrder({ id: placed.orderId }, { token: placed.accessToken }))?.parcels).toEqual(
      placed.order.parcels,
    )
    must(await cancelOrder({ id: placed.orderId }, { token: placed.accessToken }))
    expect((await stockOf(pool, 'var_a1')).reserved).toBe(0)
    const cash = await order({ var_a3: 2 }, 'cash')
    const parcelId = cash.order.parcels[0]?.id ?? ''
    for (const step of [confirmParcel, packParcel, shipParcel]) must(await step({ parcelId }, shop))
    expect([await stockOf(pool, 'var_a1'), await stockOf(pool, 'var_a2')]).toEqual([
      { on_hand: 6, reserved: 0 },
      { on_hand: 8, reserved: 0 },
    ])
    must(await returnParcel({ parcelId, restock: true }, shop))
    expect([await stockOf(pool, 'var_a1'), await stockOf(pool, 'var_a2')]).toEqual([
      { on_hand: 10, reserved: 0 },
      { on_hand: 10, reserved: 0 },
    ])
  })

  it('comes back whole, one of two: the shop is told what of, and its parts go on sale again', async () => {
    await stock(10, 10)
    const { parcelId, parcel, access } = await paidOrder({ var_a3: 2 })
    must(await deliver(parcelId))
    const items = [{ itemId: parcel.items[0]?.id ?? '', quantity: 1 }]
    const { returnId } = must(await requestReturn({ parcelId, items, reason: 'damaged' }, access))
    expect((await getReturn(returnId, shop))?.items).toMatchObject([
      {
        sku: 'SET',
        options: {},
        parts: [
          { sku: 'SKU-A1', quantity: 2 },
          { sku: 'SKU-A2', quantity: 1 },
        ],
      },
    ])
    must(await receiveReturn({ returnId, restock: true }, shop))
    expect([await stockOf(pool, 'var_a1'), await stockOf(pool, 'var_a2')]).toEqual([
      { on_hand: 8, reserved: 0 },
      { on_hand: 9, reserved: 0 },
    ])
  })

  it('is sold out and back with its parts', async () => {
    await stock(3, 3)
    must(await putStock([{ sku: 'SKU-A1', quantity: 3 }], shop))
    expect(await inStock()).toBe(true)
    const placed = await order({ var_a1: 2 })
    expect(await inStock()).toBe(false)
    must(await cancelOrder({ id: placed.orderId }, { token: placed.accessToken }))
    expect(await inStock()).toBe(true)
    must(await putStock([{ sku: 'SKU-A2', quantity: 0 }], shop))
    expect(await inStock()).toBe(false)
  })

  it('and its parts, bought by forty at once, never sell more than there is', async () => {
    await stock(20, 12)
    const kinds: Record<string, number>[] = [{ var_a3: 1 }, { var_a1: 1 }, { var_a2: 1, var_a3: 1 }]
    const carts: { wish: Record<string, number>; cart: { id: string; token: string } }[] = []
    for (let n = 0; n < 40; n++) {
      const wish = kinds[n % 3] ?? {}
      carts.push({ wish, cart: await fillCart(wish) })
    }
    const placed = await Promise.all(
      carts.map(({ wish, cart }) =>
        placeOrder({ ...orderInput(wish, 'payme'), cartId: cart.id }, { kind: 'guest', cartToken: cart.token }),
      ),
    )
    const { rows } = await sql.query<{ on_hand: number; reserved: number; held: number }>(
      `select s.on_hand, s.reserved, coalesce(sum(r.quantity), 0)::int as held from stock_item s
         left join reservation r on r.variant_id = s.variant_id and r.state = 'held'
        where s.variant_id in ('var_a1', 'var_a2') group by s.variant_id order by s.variant_id`,
    )
    for (const row of rows) {
      expect(row.reserved).toBe(row.held)
      expect(row.reserved).toBeLessThanOrEqual(row.on_hand)
    }
    const sold = placed.flatMap((one, at) => (one.ok ? [carts[at]?.wish ?? {}] : []))
    const count = (id: string) => sold.reduce((sum, wish) => sum + (wish[id] ?? 0), 0)
    expect(rows.map(({ held }) => held)).toEqual([
      count('var_a3') * 2 + count('var_a1'),
      count('var_a3') + count('var_a2'),
    ])
    const refused = placed.filter((one) => !one.ok)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every((one) => !one.ok && one.code === 'out-of-stock')).toBe(true)
  })
})

describe('a cart', () => {
  it('takes whole packs from the minimum on, at the price of so many', async () => {
    await stock(100, 100)
    const tiers = [{ from: 20, price: 9_000_000 }]
    must(await patch('SKU-A1', { minOrder: 10, multiple: 5, tiers }, 'prd_a1'))
    const cart = await fillCart({ var_b1: 1 })
    expect(await addItem(cart, 'var_a1', 5)).toMatchObject({
      code: 'below-minimum-order',
      detail: { minOrder: 10, multiple: 5 },
    })
    expect(await addItem(cart, 'var_a1', 12)).toMatchObject({ code: 'not-a-multiple' })
    must(await addItem(cart, 'var_a1', null))
    must(await addItem(cart, 'var_a1', 10))
    expect(await setQuantity(cart, 'var_a1', 21)).toMatchObject({ code: 'not-a-multiple' })
    const item = (await getCart(cart))?.shops
      .flatMap(({ items }) => items)
      .find(({ variantId }) => variantId === 'var_a1')
    expect(item).toMatchObject({
      quantity: 20,
      price: { amount: 9_000_000 },
      single: { amount: 10_000_000 },
      problem: null,
    })
    must(await patch('SKU-A1', { minOrder: 50 }, 'prd_a1'))
    const wish = { var_a1: 20, var_b1: 1 }
    const guest = { kind: 'guest', cartToken: cart.token } as const
    expect(await placeOrder({ ...orderInput(wish, 'payme'), cartId: cart.id }, guest)).toMatchObject({
      code: 'below-minimum-order',
    })
    must(await patch('SKU-A1', { minOrder: 10 }, 'prd_a1'))
    const placed = must(await placeOrder({ ...orderInput(wish, 'payme'), cartId: cart.id }, guest))
    const sold = placed.order.parcels.flatMap(({ items }) => items).find(({ variantId }) => variantId === 'var_a1')
    expect(sold).toMatchObject({ quantity: 20, price: { amount: 9_000_000 } })
  })
})
