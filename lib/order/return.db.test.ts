import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transact } from '@/lib/kernel/db'
import { rebuild } from '@/lib/kernel/rebuild'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import {
  approveReturn,
  cancelOrder,
  confirmParcel,
  confirmReceipt,
  deliverParcel,
  getOrder,
  openDispute,
  packParcel,
  receiveReturn,
  requestReturn,
  resolveDispute,
  returnParcel,
  shipParcel,
} from '.'
import { sweepReceipts } from './commands/confirm-receipt'
import { seedMarket, stockOf } from './test-market'
import { deliver, operator, paidOrder, shopA, shopB, som } from './test-paid-order'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

it('releases the share with the buyer’s code, which the shop has to know and may not guess', async () => {
  const placed = await paidOrder({ var_a1: 1, var_a2: 1 })
  const code = (await placed.see()).parcels[0]?.deliveryCode ?? ''
  expect(code).toMatch(/^\d{6}$/)
  const byPhone = await getOrder({ id: placed.orderId }, { phone: '+998901234567' })
  expect(byPhone?.parcels[0]?.deliveryCode).toBeNull()
  expect((await getOrder({ id: placed.orderId }, { actor: shopA }))?.parcels[0]?.deliveryCode).toBeNull()
  const wrong = code === '000000' ? '000001' : '000000'
  expect(await deliver(placed.parcelId, wrong)).toMatchObject({ code: 'wrong-code' })
  expect((await placed.see()).parcels[0]?.status).toBe('shipped')
  must(await deliverParcel({ parcelId: placed.parcelId, code }, shopA))
  expect((await placed.see()).parcels[0]).toMatchObject({ status: 'delivered', receivedBy: 'code', deliveryCode: null })
  const next = await paidOrder({ var_a1: 1 })
  must(await deliver(next.parcelId))
  for (let i = 0; i < 5; i++) await deliverParcel({ parcelId: next.parcelId, code: 'x' }, shopA)
  const right = (await next.see()).parcels[0]?.deliveryCode ?? ''
  expect(await deliverParcel({ parcelId: next.parcelId, code: right }, shopA)).toMatchObject({ code: 'too-many-tries' })
})

it('releases it at the buyer’s word or by the timer, but not at a phone number’s', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  must(await deliver(placed.parcelId))
  expect(await confirmReceipt(placed.parcelId, { phone: '+998901234567' })).toMatchObject({ code: 'not-found' })
  expect(await confirmReceipt(placed.parcelId, { actor: shopA })).toMatchObject({ code: 'not-found' })
  expect(await sweepReceipts()).toBe(0)
  must(await confirmReceipt(placed.parcelId, placed.access))
  const late = await paidOrder({ var_a1: 1 })
  must(await deliver(late.parcelId))
  await pool.query(`update parcel_view set delivered_at = now() - interval '4 days' where id = $1`, [late.parcelId])
  await sweepReceipts()
  expect((await late.see()).parcels[0]).toMatchObject({ receivedBy: 'timer' })
  await pool.query('update parcel_view set delivered_at = e.at from event e where e.type = $1 and e.data->>$2 = id', [
    'ParcelDelivered',
    'parcelId',
  ])
})

it('takes goods back: stock and money follow the inspection', async () => {
  const placed = await paidOrder({ var_a1: 3 })
  must(await deliver(placed.parcelId))
  const itemId = placed.parcel.items[0]?.id ?? ''
  const input = {
    parcelId: placed.parcelId,
    items: [{ itemId, quantity: 2 }],
    reason: 'Rangi boshqa',
    photos: ['/p/1.jpg'],
  }
  const { returnId } = must(await requestReturn(input, placed.access))
  expect(await requestReturn(input, placed.access)).toMatchObject({ code: 'return-too-large' })
  expect(await approveReturn({ returnId }, shopB)).toMatchObject({ code: 'not-found' })
  must(await approveReturn({ returnId }, shopA))
  const before = await stockOf(pool, 'var_a1')
  const received = {
    returnId,
    items: [{ itemId, quantity: 1 }],
    restock: true,
    deduction: som(20_000),
    reason: 'damaged',
  }
  must(await receiveReturn(received, shopA))
  must(await receiveReturn(received, shopA))
  expect((await stockOf(pool, 'var_a1')).on_hand).toBe(before.on_hand + 1)
  const [one] = (await placed.see()).returns
  expect(one).toMatchObject({
    status: 'received',
    reason: 'other',
    comment: 'Rangi boshqa',
    photos: ['/p/1.jpg'],
    accepted: [{ itemId, quantity: 1 }],
    refunded: { amount: 8_000_000 },
    restocked: true,
  })
  expect((await placed.see()).parcels[0]?.items[0]).toMatchObject({ refundedQuantity: 1 })
})

it('gives a parcel that came back whole, and its goods', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  for (const step of [confirmParcel, packParcel, shipParcel]) must(await step({ parcelId: placed.parcelId }, shopA))
  const before = await stockOf(pool, 'var_a1')
  must(await returnParcel({ parcelId: placed.parcelId, restock: true }, shopA))
  expect((await stockOf(pool, 'var_a1')).on_hand).toBe(before.on_hand + 1)
  const seen = await placed.see()
  expect([seen.parcels[0]?.status, seen.refundedTotal]).toEqual(['returned', seen.total])
})

it('argues about an amount and releases the rest', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  must(await deliver(placed.parcelId))
  const input = { parcelId: placed.parcelId, amount: som(30_000), reason: 'defective' }
  const { disputeId } = must(await openDispute(input, placed.access))
  must(await confirmReceipt(placed.parcelId, placed.access))
  const share = async () =>
    (await pool.query('select share_released from parcel_view where id = $1', [placed.parcelId])).rows[0].share_released
  expect(await share()).toBe(9_000_000 - 3_000_000)
  expect(await resolveDispute({ disputeId, refund: placed.total }, shopA)).toMatchObject({ code: 'not-found' })
  must(
    await resolveDispute({ disputeId, refund: { amount: 2_000_000, currency: 'UZS' }, comment: 'Half each' }, operator),
  )
  expect(await share()).toBe(9_000_000 - 2_000_000 + 200_000)
  expect((await placed.see()).disputes[0]).toMatchObject({
    status: 'resolved',
    inFavourOf: 'buyer',
    answerComment: 'Half each',
  })
  const forShop = await getOrder({ id: placed.orderId }, { actor: shopA })
  expect(forShop?.disputes).toMatchObject([{ id: disputeId, answerComment: 'Half each' }])
  expect(forShop?.timeline).toContainEqual(expect.objectContaining({ type: 'dispute-resolved', disputeId }))
})

it('keeps the buyer’s words beside the log', async () => {
  const placed = await paidOrder({ var_a1: 1 })
  must(await cancelOrder({ id: placed.orderId }, placed.access, 'Gulnora ayaga aytmang'))
  expect((await placed.see()).cancelWords).toBe('Gulnora ayaga aytmang')
  const { rowCount } = await pool.query(`select 1 from event where data::text like '%Gulnora%'`)
  expect(rowCount).toBe(0)
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
  const tables = [
    'order_view',
    'parcel_view',
    'parcel_line_view',
    'payment_view',
    'refund_view',
    'return_view',
    'dispute_view',
  ]
  const read = () =>
    Promise.all(tables.map(async (name) => (await pool.query(`select * from ${name} order by id`)).rows))
  const live = await read()
  await transact((tx) => rebuild(tx))
  expect(await read()).toEqual(live)
})
