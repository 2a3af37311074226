import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ShopActor, SystemActor } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { boot } from '@/lib/kernel/plugin'
import { rebuild } from '@/lib/kernel/rebuild'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { capturePayment, getRefund, refundByProvider, settleRefund, startPayment } from '@/lib/payment'
import { refundPayment, sweepRefunds } from '@/lib/payment/commands/execute-refund'
import type { GatewayRefund, RefundOutcome } from '@/lib/payment/ports'
import { plugins } from '@/lib/plugins'
import { cancelOrder, cancelParcel, getOrder, refundParcel } from '.'
import { order, seedMarket } from './test-market'
import { operator, paidOrder, shopA, shopB, som } from './test-paid-order'

/** What the provider answers next; null: it cannot be reached. */
let outcome: RefundOutcome | null = { status: 'done' }
const asked: GatewayRefund[] = []
const gateway = {
  createInvoice: async () => ({ url: 'http://localhost/pay' }),
  refund: async (input: GatewayRefund) => {
    asked.push(input)
    if (!outcome) throw new Error('connect ECONNREFUSED')
    return outcome
  },
}

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  boot([{ name: 'fake', provides: { 'gateway:payme': gateway } }, ...plugins])
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

const refund = (parcelId: string, amount: number, actor: ShopActor | SystemActor = shopA) =>
  refundParcel({ parcelId, amount: som(amount), reason: 'agreed' }, actor)

it('lets exactly one of twenty refunds of 60 % through', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  const all = await Promise.all(Array.from({ length: 20 }, () => refund(placed.parcelId, 60_000)))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(all.filter((one) => !one.ok && one.code === 'refund-too-large')).toHaveLength(19)
  const { refundedTotal, payments, refunds } = await placed.see()
  expect([refundedTotal.amount, payments[0]?.refunded.amount, refunds.length]).toEqual([6_000_000, 6_000_000, 1])
})

it('is one refund for one attempt, and a foreign parcel does not exist', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  const input = { parcelId: placed.parcelId, amount: som(10), reason: 'Chegirma vaʼda qilgan edik', attempt: 'k1' }
  const [first, second] = [must(await refundParcel(input, shopA)), must(await refundParcel(input, shopA))]
  expect(first).toEqual(second)
  expect((await placed.see()).refundedTotal.amount).toBe(1000)
  expect(await refundParcel(input, shopB)).toMatchObject({ code: 'not-found' })
  const { rows } = await pool.query(`select text from order_note where ref = $1`, [first.refundId])
  expect(rows).toEqual([{ text: 'Chegirma vaʼda qilgan edik' }])
  const { rowCount } = await pool.query(`select 1 from event where data::text like '%Chegirma%'`)
  expect(rowCount).toBe(0)
})

it('agrees on one sum when shops, the buyer and the provider give back at once', async () => {
  for (let round = 0; round < 5; round++) {
    const placed = await paidOrder({ var_a1: 1, var_b1: 1 })
    const [a, b] = placed.parcels
    const total = placed.total
    await Promise.all([
      refund(a?.id ?? '', 60_000),
      refund(a?.id ?? '', 60_000),
      refund(b?.id ?? '', 30_000, shopB),
      cancelParcel({ parcelId: b?.id ?? '' }, shopB),
      cancelOrder({ id: placed.orderId }, placed.access),
      transact((tx) => refundByProvider(tx, { ...placed, totalRefunded: total, reason: 'payme' })),
      transact((tx) => refundByProvider(tx, { ...placed, totalRefunded: total, reason: 'payme' })),
    ])
    must(await transact((tx) => refundByProvider(tx, { ...placed, totalRefunded: total, reason: 'payme' })))
    const seen = await placed.see()
    const sum = seen.refunds.reduce((all, { amount }) => all + amount.amount, 0)
    expect([sum, seen.refundedTotal.amount, seen.payments[0]?.refunded.amount]).toEqual(Array(3).fill(total.amount))
    expect(seen.refunds.every(({ status }) => status === 'done')).toBe(true)
    expect([seen.status, seen.payments[0]?.status]).toEqual(['cancelled', 'refunded'])
  }
})

it('asks the provider outside the transaction, once, by the refund’s own name', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  const { refundId } = must(await refund(placed.parcelId, 40_000))
  const job = { paymentId: placed.paymentId, refundId }
  expect((await getRefund(refundId))?.status).toBe('accepted')
  asked.length = 0
  await Promise.all([refundPayment(job), refundPayment(job), refundPayment(job)])
  await refundPayment(job)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ refundId, amount: { amount: 4_000_000 }, captured: { amount: 10_000_000 } })
  expect(await getRefund(refundId)).toMatchObject({ status: 'done', failure: null })
  expect((await placed.see()).payments[0]?.status).toBe('captured')
})

it('leaves to a person what the provider cannot do, and asks again when it could not be reached', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  const by = async (next: RefundOutcome | null) => {
    const { refundId } = must(await refund(placed.parcelId, 10_000))
    outcome = next
    await refundPayment({ paymentId: placed.paymentId, refundId })
    outcome = { status: 'done' }
    return refundId
  }
  const manual = await by({ status: 'manual', note: 'no-api' })
  expect(await getRefund(manual)).toMatchObject({ status: 'manual', failure: 'no-api' })
  expect(await settleRefund(manual, shopA)).toMatchObject({ code: 'not-found' })
  must(await settleRefund(manual, operator))
  must(await settleRefund(manual, operator))
  expect((await getRefund(manual))?.status).toBe('done')
  const lost = await by(null)
  expect(await settleRefund(lost, operator)).toMatchObject({ code: 'refund-in-progress' })
  await pool.query(`update refund_attempt set leased_until = now() - interval '1 second'`)
  await sweepRefunds()
  expect((await getRefund(lost))?.status).toBe('done')
  const pending = await by({ status: 'pending' })
  expect((await getRefund(pending))?.status).toBe('accepted')
  const totalRefunded = { amount: 3_000_000, currency: 'UZS' } as const
  must(await transact((tx) => refundByProvider(tx, { ...placed, totalRefunded, reason: 'payme' })))
  expect((await getRefund(pending))?.status).toBe('done')
  expect((await placed.see()).refundedTotal.amount).toBe(3_000_000)
})

it('counts what waits for a person as given back when the provider cancels the payment whole', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  outcome = { status: 'manual' }
  const { refundId } = must(await refund(placed.parcelId, 60_000))
  await refundPayment({ paymentId: placed.paymentId, refundId })
  outcome = { status: 'done' }
  must(await transact((tx) => refundByProvider(tx, { ...placed, totalRefunded: placed.total, reason: 'payme' })))
  const seen = await placed.see()
  expect(seen.refunds.map(({ amount, by, status }) => [amount.amount, by, status])).toEqual([
    [6_000_000, 'shop', 'done'],
    [4_000_000, 'provider', 'done'],
  ])
  expect([seen.status, seen.refundedTotal]).toEqual(['cancelled', seen.total])
})

it('pays the part of a cancelled parcel back as soon as the money comes', async () => {
  const placed = await order({ var_a1: 1, var_b1: 1 })
  const access = { token: placed.accessToken }
  const parcels = (await getOrder({ id: placed.orderId }, access))?.parcels ?? []
  const { paymentId } = must(await startPayment(placed.orderId, 'payme', 'uz'))
  must(await cancelParcel({ parcelId: parcels[1]?.id ?? '' }, shopB))
  must(await capturePayment({ paymentId, amount: placed.total, providerRef: 'before' }))
  const seen = await getOrder({ id: placed.orderId }, access)
  expect([seen?.status, seen?.paidTotal.amount, seen?.refundedTotal.amount]).toEqual(['paid', 20_000_000, 10_000_000])
})

it('gives money that was taken twice back through the same job', async () => {
  const placed = await order({ var_a1: 1 })
  const payme = must(await startPayment(placed.orderId, 'payme', 'uz'))
  must(await cancelOrder({ id: placed.orderId }, { token: placed.accessToken }))
  must(await capturePayment({ ...payme, amount: placed.total, providerRef: 'too-late' }))
  const read = async () => (await getOrder({ id: placed.orderId }, { token: placed.accessToken }))?.refunds[0]
  const due = await read()
  if (!due) throw new Error('nothing goes back')
  expect(due).toMatchObject({ excess: true, parcelId: null, by: 'system', amount: placed.total })
  await refundPayment({ paymentId: due.paymentId, refundId: due.id })
  expect((await read())?.status).toBe('done')
})

it('adds up everywhere: orders, parcels, lines, payments and refunds', async () => {
  const { rows } = await pool.query(`
    select o.id from order_view o join parcel_view p on p.order_id = o.id group by o.id
     having o.refunded_total <> sum(p.refunded)
    union all
    select p.id from payment_view p left join refund_view r on r.payment_id = p.id group by p.id
     having p.refunded <> coalesce(sum(r.amount), 0) or p.refunded > p.captured
    union all
    select p.id from parcel_view p where p.paid and p.share_released + p.refunded - p.commission_back > p.total - p.commission`)
  expect(rows).toEqual([])
})

it('rebuilds every projection to the very rows that were live', async () => {
  const tables = ['order_view', 'parcel_view', 'parcel_line_view', 'payment_view', 'refund_view', 'return_view']
  const read = () =>
    Promise.all(tables.map(async (name) => (await pool.query(`select * from ${name} order by id`)).rows))
  const live = await read()
  await transact((tx) => rebuild(tx))
  expect(await read()).toEqual(live)
})
