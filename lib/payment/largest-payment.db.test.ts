import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { placeOrder } from '@/lib/order'
import { fillCart, order, orderInput, seedMarket } from '@/lib/order/test-market'
import { offeredProviders, startPayment } from '.'

beforeAll(async () => seedMarket(await testDb(), 1000))
afterAll(dropTestDbs)

it('is told before the order is placed, with the most that the provider takes', async () => {
  const wish = { var_a1: 10 }
  const cart = await fillCart(wish)
  const actor = { kind: 'guest', cartToken: cart.token } as const
  const refused = await placeOrder({ ...orderInput(wish, 'stripe'), cartId: cart.id }, actor)
  const most = { amount: '99999999', currency: 'UZS' }
  expect(refused).toEqual({ ok: false, code: 'amount-too-large', detail: { most } })
  expect((await placeOrder({ ...orderInput(wish, 'click'), cartId: cart.id }, actor)).ok).toBe(true)
})

it('holds for an order that changes its provider too', async () => {
  const placed = await order({ var_a1: 10 }, 'click')
  expect(await startPayment(placed.orderId, 'stripe', 'uz')).toMatchObject({ ok: false, code: 'amount-too-large' })
  const { rowCount } = await sql.query(`select 1 from payment_view where order_id = $1 and provider = 'stripe'`, [
    placed.orderId,
  ])
  expect(rowCount).toBe(0)
})

it('offers every provider in a demo', () => {
  expect(offeredProviders()).toEqual(['payme', 'click', 'stripe', 'cash'])
})
