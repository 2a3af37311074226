import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { transact } from '@/lib/kernel/db'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { cancelOrder, getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { captureFor, listPayments, paymentIdOf } from '@/lib/payment'
import { callsFor } from './test-calls'

beforeAll(async () => seedMarket(await testDb(), 1000))
afterAll(dropTestDbs)

const TOTAL = 10_000_000
let placed: Awaited<ReturnType<typeof order>>
let n = 23264900
const newId = () => String(++n)
const see = () => getOrder({ id: placed.orderId }, { token: placed.accessToken })
beforeEach(async () => {
  placed = await order({ var_a1: 1 }, 'click')
})
const { prepare, complete } = callsFor(() => placed)
const paid = { status: 'paid', paidTotal: { amount: TOTAL } }

const payElsewhere = async () => {
  const total = { amount: TOTAL, currency: 'UZS' } as const
  const paying = { id: placed.orderId, number: placed.number, total, state: 'payable' } as const
  await transact((tx) => captureFor(tx, { order: paying, provider: 'payme', amount: total, providerRef: newId() }))
}

it('says that an order is paid, by whomever, before it looks at the sum', async () => {
  await payElsewhere()
  expect((await prepare(newId())).error).toBe(-4)
  expect((await prepare(newId(), { amount: '300' })).error).toBe(-4)
})

it('gives back what came while another provider was faster', async () => {
  const id = newId()
  const { merchant_prepare_id: prepareId } = await prepare(id)
  await payElsewhere()
  expect((await complete(id, prepareId)).error).toBe(0)
  expect((await complete(id, prepareId)).error).toBe(-4)
  const click = (await listPayments(placed.orderId)).filter(({ provider }) => provider === 'click')
  expect(click).toMatchObject([{ captured: { amount: TOTAL }, refunded: { amount: TOTAL } }])
  expect(await see()).toMatchObject(paid)
})

it('gives back the second of two attempts that were both paid', async () => {
  const [one, two] = [newId(), newId()]
  const [first, second] = [await prepare(one), await prepare(two)]
  expect((await complete(one, first.merchant_prepare_id)).error).toBe(0)
  expect((await complete(two, second.merchant_prepare_id)).error).toBe(0)
  const payments = await listPayments(placed.orderId)
  const main = payments.find(({ id }) => id === paymentIdOf(placed.orderId, 'click'))
  const extra = payments.find(({ id }) => id !== paymentIdOf(placed.orderId, 'click'))
  expect(main).toMatchObject({ status: 'captured', refunded: { amount: 0 } })
  expect(extra).toMatchObject({ status: 'captured_excess', refunded: { amount: TOTAL } })
  expect(await see()).toMatchObject(paid)
})

it('gives back what came for an order that is gone, and prepares none', async () => {
  const id = newId()
  const { merchant_prepare_id: prepareId } = await prepare(id)
  must(await cancelOrder({ id: placed.orderId }, { token: placed.accessToken }))
  expect((await prepare(newId())).error).toBe(-9)
  expect((await complete(id, prepareId)).error).toBe(0)
  const click = (await listPayments(placed.orderId)).filter(({ provider }) => provider === 'click')
  expect(click).toMatchObject([{ captured: { amount: TOTAL }, refunded: { amount: TOTAL } }])
  expect(await see()).toMatchObject({ status: 'cancelled' })
})
