import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ShopActor } from '@/lib/auth/schema'
import { getCart } from '@/lib/cart'
import { transact } from '@/lib/kernel/db'
import { rebuild } from '@/lib/kernel/rebuild'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { drain } from '@/lib/kernel/test-work'
import { capturePayment, startPayment } from '@/lib/payment'
import {
  cancelOrder,
  cancelParcel,
  confirmParcel,
  deliverParcel,
  expireOrder,
  getOrder,
  listParcels,
  packParcel,
  placeOrder,
  shipParcel,
} from '.'
import { fillCart, order, orderInput, seedMarket, stockOf } from './test-market'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

const shopA: ShopActor = { kind: 'shop', shopId: 'sho_a', keyId: 'key_a', scopes: ['parcels'] }
const shopB: ShopActor = { kind: 'shop', shopId: 'sho_b', keyId: 'key_b', scopes: ['parcels'] }

async function pay(orderId: `ord_${string}`, amount: number) {
  const started = must(await startPayment(orderId, 'payme', 'uz'))
  const money = { amount, currency: 'UZS' } as const
  must(await capturePayment({ paymentId: started.paymentId, amount: money, providerRef: `tx-${orderId}` }))
  return started
}

const see = async (placed: { orderId: string; accessToken: string }) => {
  const seen = await getOrder({ id: placed.orderId }, { token: placed.accessToken })
  if (!seen) throw new Error('the buyer cannot see the order')
  return seen
}

it('splits one checkout into a parcel a shop and opens it to its own readers only', async () => {
  const placed = await order({ var_a1: 1, var_b1: 2 }, 'payme', 'courier')
  const seen = await see(placed)
  expect(seen.parcels.map(({ shop, total }) => [shop.slug, total.amount])).toEqual([
    ['alfa', 11_500_000],
    ['beta', 21_500_000],
  ])
  expect(seen.total.amount).toBe(33_000_000)
  expect(seen.parcels.map(({ commission }) => commission.amount)).toEqual([1_000_000, 1_450_000])
  expect(await getOrder({ number: placed.number }, { phone: '+998901234567' })).toMatchObject({ id: placed.orderId })
  expect(await getOrder({ id: placed.orderId }, { token: 'x'.repeat(43) })).toBeNull()
  expect(await getOrder({ id: placed.orderId }, { actor: { kind: 'guest' } })).toBeNull()
  const own = await getOrder({ id: placed.orderId }, { actor: shopA })
  expect(own?.parcels.map(({ shop }) => shop.slug)).toEqual(['alfa'])
  expect(own?.contact).toBeNull()
})

it('sells five units to five of fifty buyers', async () => {
  await pool.query(`update stock_item set on_hand = reserved + 5 where variant_id = 'var_b2'`)
  const carts = await Promise.all(Array.from({ length: 50 }, () => fillCart({ var_b2: 1 })))
  const input = orderInput({ var_b2: 1 }, 'payme')
  const results = await Promise.all(
    carts.map(({ id, token }) => placeOrder({ ...input, cartId: id }, { kind: 'guest', cartToken: token })),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(5)
  const refusals = new Set(results.flatMap((result) => (result.ok ? [] : [result.code])))
  expect([...refusals]).toEqual(['out-of-stock'])
  expect(await stockOf(pool, 'var_b2')).toMatchObject({ reserved: 5, on_hand: 5 })
})

it('orders a cart once, however many ask at the same time, and tells the same attempt the same', async () => {
  const cart = await fillCart({ var_a1: 1 })
  const actor = { kind: 'guest', cartToken: cart.token } as const
  const input = { ...orderInput({ var_a1: 1 }, 'payme'), cartId: cart.id }
  const results = await Promise.all(Array.from({ length: 8 }, () => placeOrder({ ...input, attempt: 'key-1' }, actor)))
  const values = results.map((result) => must(result))
  expect(new Set(values.map(({ orderId, number, accessToken }) => `${orderId} ${number} ${accessToken}`)).size).toBe(1)
  expect(await placeOrder({ ...input, attempt: 'key-2' }, actor)).toMatchObject({ ok: false, code: 'cart-closed' })
  expect((await getCart(cart))?.status).toBe('ordered')
})

it('refuses what changed since the page, and leaves nothing behind', async () => {
  const cart = await fillCart({ var_a1: 1 })
  const actor = { kind: 'guest', cartToken: cart.token } as const
  const before = await stockOf(pool, 'var_a1')
  const input = { ...orderInput({ var_a1: 1 }, 'payme'), cartId: cart.id }
  const stale = { ...input, expectedTotal: { amount: '1', currency: 'UZS' as const } }
  expect(await placeOrder(stale, actor)).toEqual({
    ok: false,
    code: 'price-changed',
    detail: { total: { amount: '10000000', currency: 'UZS' } },
  })
  const courier = { ...input, deliveries: [{ shop: 'alfa', method: 'courier' as const }] }
  expect(await placeOrder(courier, actor)).toMatchObject({ ok: false, code: 'address-required' })
  const foreign = { ...input, deliveries: [{ shop: 'beta', method: 'pickup' as const }] }
  expect(await placeOrder(foreign, actor)).toMatchObject({ ok: false, code: 'unknown-delivery' })
  expect(await stockOf(pool, 'var_a1')).toEqual(before)
  expect((await getCart(cart))?.status).toBe('open')
})

it('gives the goods of an unpaid order back when its time is over, and not before', async () => {
  const before = await stockOf(pool, 'var_a2')
  const placed = await order({ var_a2: 3 })
  expect(await expireOrder(placed)).toEqual({ ok: true, value: false })
  await pool.query(`update reservation set expires_at = now() - interval '1 second' where order_id = $1`, [
    placed.orderId,
  ])
  expect(await expireOrder(placed)).toEqual({ ok: true, value: true })
  expect(await expireOrder(placed)).toEqual({ ok: true, value: false })
  expect(await stockOf(pool, 'var_a2')).toEqual(before)
  expect((await see(placed)).status).toBe('cancelled')
})

it('takes money that comes for an expired order, and gives it back', async () => {
  const placed = await order({ var_a1: 1 })
  const started = must(await startPayment(placed.orderId, 'payme', 'uz'))
  must(await cancelOrder({ id: placed.orderId }, { token: placed.accessToken }))
  const amount = { amount: 10_000_000, currency: 'UZS' } as const
  must(await capturePayment({ paymentId: started.paymentId, amount, providerRef: 'late' }))
  const { payments, paidTotal, status } = await see(placed)
  expect(payments[0]).toMatchObject({ status: 'captured_excess', refunded: amount })
  expect([status, paidTotal.amount]).toEqual(['cancelled', 0])
})

it('counts one payment of two, and returns the other', async () => {
  const placed = await order({ var_a1: 1 })
  const click = must(await startPayment(placed.orderId, 'click', 'uz'))
  await pay(placed.orderId, 10_000_000)
  const amount = { amount: 10_000_000, currency: 'UZS' } as const
  must(await capturePayment({ paymentId: click.paymentId, amount, providerRef: 'c-1' }))
  const { payments, paidTotal, refundedTotal, status } = await see(placed)
  expect(payments.map((payment) => payment.status).sort()).toEqual(['captured', 'captured_excess'])
  expect([status, paidTotal.amount, refundedTotal.amount]).toEqual(['paid', 10_000_000, 0])
})

it('walks a paid order to its end; each shop moves its own parcel only', async () => {
  const before = await stockOf(pool, 'var_a1')
  const placed = await order({ var_a1: 1, var_b1: 1 })
  const parcels = (await see(placed)).parcels.map(({ id }) => ({ parcelId: id }))
  const [a, b] = parcels
  if (!a || !b) throw new Error('two parcels')
  expect(await confirmParcel(a, shopA)).toMatchObject({ code: 'not-paid' })
  await pay(placed.orderId, 20_000_000)
  expect(await confirmParcel(a, shopB)).toMatchObject({ code: 'not-found' })
  for (const step of [confirmParcel, packParcel, shipParcel, deliverParcel]) must(await step(a, shopA))
  expect(await cancelOrder({ id: placed.orderId }, { token: placed.accessToken })).toMatchObject({
    code: 'already-shipped',
  })
  must(await cancelParcel(b, shopB))
  const seen = await see(placed)
  expect(seen.parcels.map(({ status }) => status)).toEqual(['delivered', 'cancelled'])
  expect([seen.status, seen.paidTotal.amount, seen.refundedTotal.amount]).toEqual(['completed', 20_000_000, 10_000_000])
  expect((await stockOf(pool, 'var_a1')).on_hand).toBe(before.on_hand - 1)
  expect((await stockOf(pool, 'var_a1')).reserved).toBe(before.reserved)
  expect((await listParcels(shopA, { status: 'delivered' })).items[0]).toMatchObject({ id: a.parcelId })
})

it('takes cash at the door for what was delivered', async () => {
  const placed = await order({ var_a1: 1, var_b1: 1 }, 'cash')
  const [a, b] = (await see(placed)).parcels.map(({ id }) => ({ parcelId: id }))
  if (!a || !b) throw new Error('two parcels')
  must(await cancelParcel(b, shopB))
  for (const step of [confirmParcel, packParcel, shipParcel, deliverParcel]) must(await step(a, shopA))
  await drain('order')
  const seen = await see(placed)
  expect([seen.status, seen.paidTotal.amount]).toEqual(['completed', 10_000_000])
})

it('rebuilds every projection to the very rows that were live', async () => {
  await drain('order')
  const tables = ['order_view', 'parcel_view', 'parcel_line_view', 'payment_view']
  const read = async () => {
    const rows = await Promise.all(tables.map((table) => pool.query(`select * from ${table} order by id`)))
    return rows.map((result) => result.rows)
  }
  const live = await read()
  expect(live.every((rows) => rows.length > 0)).toBe(true)
  await transact((tx) => rebuild(tx))
  expect(await read()).toEqual(live)
})

it('holds stock exactly for what is held', async () => {
  const { rows } = await pool.query(`
    select s.variant_id from stock_item s left join reservation r on r.variant_id = s.variant_id
     group by s.variant_id, s.on_hand, s.reserved
    having s.reserved <> coalesce(sum(r.quantity) filter (where r.state = 'held'), 0) or s.reserved > s.on_hand`)
  expect(rows).toEqual([])
})
