import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Money, money } from '@/lib/kernel/money'
import { boot } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { capturePayment, listFindings, paymentIdOf, reconcilePayments, startPayment } from '@/lib/payment'
import type { LookupOutcome } from '@/lib/payment/ports'
import type { PaymentRecords } from '@/lib/payment/records'
import { plugins } from '@/lib/plugins'

const TOTAL = money(10_000_000, 'UZS')

/** A provider whose truth the test writes. */
const there = new Map<string, LookupOutcome>()
const paidThere: { providerRef: string; number: string; amount: Money }[] = []
const asked: string[] = []
let down = false
const records: PaymentRecords = {
  async lookup({ number }) {
    asked.push(number)
    if (down) throw new Error('the network is down')
    return there.get(number) ?? { status: 'none' }
  },
  listPaid: async () => paidThere,
}

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  boot([{ name: 'told', provides: { 'records:click': records } }, ...plugins])
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

let placed: Awaited<ReturnType<typeof order>>
beforeEach(async () => {
  await pool.query('truncate payment_probe')
  await pool.query(`update payment_view set created_at = now() - interval '10 days'`)
  there.clear()
  paidThere.length = 0
  asked.length = 0
  down = false
  placed = await order({ var_a1: 1 }, 'click')
  must(await startPayment(placed.orderId, 'click', 'uz'))
  await pool.query(`update payment_view set created_at = now() - interval '1 minute' where order_id = $1`, [
    placed.orderId,
  ])
})

const round = () => reconcilePayments({ provider: 'click' })
const see = () => getOrder({ id: placed.orderId }, { token: placed.accessToken })

it('captures what was paid there and never told, once', async () => {
  there.set(placed.number, { status: 'paid', providerRef: 'c-1', amount: TOTAL })
  expect(await round()).toMatchObject([{ kind: 'paid-there', outcome: 'captured', ref: 'c-1' }])
  expect(await see()).toMatchObject({ status: 'paid', paidTotal: TOTAL })
  expect(await round()).toEqual([])
  expect((await listFindings()).filter(({ ref }) => ref === 'c-1')).toMatchObject([{ times: 1, amount: TOTAL }])
})

it('asks after 30 s, and then less and less often', async () => {
  await pool.query(`update payment_view set created_at = now() - interval '20 seconds' where order_id = $1`, [
    placed.orderId,
  ])
  await round()
  expect(asked).toEqual([])
  await pool.query(`update payment_view set created_at = now() - interval '31 seconds' where order_id = $1`, [
    placed.orderId,
  ])
  const pauses: number[] = []
  for (let n = 0; n < 9; n++) {
    await round()
    const { rows } = await pool.query(
      'select round(extract(epoch from next_at - now()))::int as pause from payment_probe where payment_id = $1',
      [paymentIdOf(placed.orderId, 'click')],
    )
    pauses.push(rows[0].pause)
    await pool.query(`update payment_probe set next_at = now() - interval '1 second'`)
  }
  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
  expect(asked).toHaveLength(9)
})

it('asks about each payment once, however many instances there are', async () => {
  await Promise.all(Array.from({ length: 8 }, round))
  expect(asked).toEqual([placed.number])
})

it('takes money for an order that is gone as excess, which goes back', async () => {
  await pool.query(`update reservation set expires_at = now() - interval '1 hour' where order_id = $1`, [
    placed.orderId,
  ])
  const { expireOrder } = await import('@/lib/order')
  await expireOrder({ orderId: placed.orderId })
  there.set(placed.number, { status: 'paid', providerRef: 'c-2', amount: TOTAL })
  expect(await round()).toMatchObject([{ kind: 'paid-there', outcome: 'excess' }])
  expect(await see()).toMatchObject({ status: 'cancelled', paidTotal: { amount: 0 } })
  const { rows } = await pool.query('select status, captured from payment_view where order_id = $1', [placed.orderId])
  expect(rows).toMatchObject([{ captured: TOTAL.amount }])
})

it('finds money that nobody had asked for: the order takes it, or it is excess, or a person decides', async () => {
  const other = await order({ var_a1: 1 }, 'cash')
  paidThere.push({ providerRef: 'o-1', number: placed.number, amount: TOTAL })
  paidThere.push({ providerRef: 'o-2', number: placed.number, amount: TOTAL })
  paidThere.push({ providerRef: 'o-3', number: '000000000Z', amount: TOTAL })
  paidThere.push({ providerRef: 'o-4', number: other.number, amount: money(5, 'UZS') })
  const found = await round()
  expect(found.map(({ ref, kind, outcome }) => [ref, kind, outcome])).toEqual([
    ['o-1', 'paid-there', 'captured'],
    ['o-2', 'paid-there', 'excess'],
    ['o-3', 'paid-without-order', 'person'],
    ['o-4', 'wrong-amount', 'person'],
  ])
  expect((await round()).map(({ ref }) => ref)).toEqual(['o-3', 'o-4'])
  expect((await listFindings()).find(({ ref }) => ref === 'o-3')).toMatchObject({ times: 2 })
  expect(await see()).toMatchObject({ status: 'paid', paidTotal: TOTAL })
})

it('lets a provider that is down wait, and does not fail', async () => {
  down = true
  expect(await round()).toEqual([])
  expect(await see()).toMatchObject({ status: 'placed' })
})

it('repairs a payment that does not agree with what we told Payme', async () => {
  const lost = await order({ var_a1: 1 })
  must(await startPayment(lost.orderId, 'payme', 'uz'))
  const at = Date.now()
  await pool.query(
    `insert into payme_transaction (id, order_id, payment_id, time, amount, account, state, create_time, perform_time)
     values ('lost', $1, $2, $3, $4, $5, 2, $3, $3)`,
    [lost.orderId, paymentIdOf(lost.orderId, 'payme'), at, TOTAL.amount, JSON.stringify({ order_id: lost.number })],
  )
  expect(await reconcilePayments({ provider: 'payme' })).toMatchObject([{ ref: 'lost', outcome: 'captured' }])
  expect(await getOrder({ id: lost.orderId }, { token: lost.accessToken })).toMatchObject({ status: 'paid' })
  expect(await reconcilePayments({ provider: 'payme', everything: true })).toEqual([])
})

it('does not touch a payment that was told in time', async () => {
  const paymentId = paymentIdOf(placed.orderId, 'click')
  must(await capturePayment({ paymentId, amount: TOTAL, providerRef: 'c-9' }))
  await round()
  expect(asked).toEqual([])
})
