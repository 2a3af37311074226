import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { money } from '@/lib/kernel/money'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { order, seedMarket } from '@/lib/order/test-market'
import { paymentIdOf } from '@/lib/payment'
import { lookupClick } from './lookup-click'
import { refundClick } from './refund-click'
import { submitFiscalItems } from './submit-fiscal-items'
import { openTransaction } from './transaction'

type Reply = { status?: number; body?: object | string }

const calls: { path: string; auth: string; body: string }[] = []
const replies = new Map<string, Reply>()
let server: Server
let pool: pg.Pool

beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
  server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk as Uint8Array)
    const path = `${request.method} ${request.url?.replace('/v2/merchant/', '')}`
    calls.push({ path, auth: String(request.headers['auth']), body: Buffer.concat(chunks).toString() })
    const found = [...replies].find(([name]) => path.startsWith(name))?.[1] ?? {
      status: 404,
      body: { error_code: -404 },
    }
    response.writeHead(found.status ?? 200, { 'Content-Type': 'application/json' })
    response.end(typeof found.body === 'string' ? found.body : JSON.stringify(found.body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  Object.assign(env, {
    CLICK_SERVICE_ID: '20001',
    CLICK_SECRET: 'CLICKSECRET',
    CLICK_MERCHANT_USER_ID: '2001',
    CLICK_API_BASE: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/merchant`,
  })
})
afterAll(async () => {
  server.close()
  await dropTestDbs()
})

const TOTAL = money(10_000_000, 'UZS')
let placed: Awaited<ReturnType<typeof order>>
let n = 500
let ref: string

const attempt = (paydoc: string | null) => {
  ref = String(++n)
  return openTransaction(sql, {
    click_trans_id: ref,
    click_paydoc_id: paydoc,
    order_id: placed.orderId,
    number: placed.number,
    payment_id: paymentIdOf(placed.orderId, 'click'),
    amount: TOTAL.amount,
  })
}
beforeEach(async () => {
  calls.length = 0
  replies.clear()
  placed = await order({ var_a1: 1 }, 'click')
  await attempt('77001')
})

const refund = (amount = TOTAL) =>
  refundClick({
    refundId: 'rfd_1',
    paymentId: paymentIdOf(placed.orderId, 'click'),
    number: placed.number,
    providerRef: ref,
    amount,
    captured: TOTAL,
  })
const lookup = () =>
  lookupClick({
    paymentId: paymentIdOf(placed.orderId, 'click'),
    number: placed.number,
    providerRef: null,
    amount: TOTAL,
  })

it('gives a whole payment back by reversal', async () => {
  replies.set('DELETE payment/reversal/20001/77001', { body: { error_code: 0, payment_id: 77001 } })
  expect(await refund()).toEqual({ status: 'done' })
  expect(calls[0]?.auth).toMatch(/^2001:[0-9a-f]{40}:\d{10}$/)
})

it('leaves a part of a payment to a person, and what Click refuses', async () => {
  expect(await refund(money(1, 'UZS'))).toEqual({ status: 'manual', note: 'click-partial-refund' })
  expect(calls).toHaveLength(0)
  replies.set('DELETE', { body: { error_code: -17, error_note: 'last month' } })
  replies.set('GET payment/status/', { body: { error_code: 0, payment_status: 2, payment_id: 77001 } })
  expect(await refund()).toEqual({ status: 'manual', note: 'click-refused:-17' })
})

it('sees that a reversal whose answer was lost is done', async () => {
  replies.set('DELETE', { body: { error_code: -16, error_note: 'already reversed' } })
  replies.set('GET payment/status/', { body: { error_code: 0, payment_status: -99, payment_id: 77001 } })
  expect(await refund()).toEqual({ status: 'done' })
})

it('throws when Click cannot be reached, so that it is asked again', async () => {
  for (const status of [500, 502, 401, 429]) {
    replies.set('DELETE', { status, body: 'no' })
    await expect(refund()).rejects.toThrow(String(status))
  }
})

it('asks by the order when the payment has no number yet, 64 bits of it', async () => {
  await pool.query('delete from click_transaction')
  await attempt(null)
  replies.set(`GET payment/status_by_mti/20001/${placed.number}/`, {
    body: '{"error_code":0,"payment_id":9007199254740993,"payment_status":2}',
  })
  replies.set('DELETE payment/reversal/20001/9007199254740993', { body: { error_code: 0 } })
  expect(await refund()).toEqual({ status: 'done' })
})

it('tells the reconciler what Click knows', async () => {
  expect(await lookup()).toEqual({ status: 'none' })
  const path = `GET payment/status_by_mti/20001/${placed.number}/`
  replies.set(path, { body: { error_code: 0, payment_id: 77001, payment_status: 1 } })
  expect(await lookup()).toEqual({ status: 'pending' })
  replies.set(path, { body: { error_code: 0, payment_id: 77001, payment_status: 2 } })
  expect(await lookup()).toEqual({ status: 'paid', providerRef: ref, amount: TOTAL })
  replies.set(path, { body: { error_code: 0, payment_id: 88, payment_status: 2 } })
  expect(await lookup()).toEqual({ status: 'pending' })
  replies.set(path, { body: { error_code: 0, payment_id: 77001, payment_status: -1 } })
  expect(await lookup()).toEqual({ status: 'none' })
})

it('sends the lines of an order for its receipt, once', async () => {
  Object.assign(env, { CLICK_PACKAGE_CODE: '1234567' })
  const job = { orderId: placed.orderId, providerRef: ref }
  const items = () => calls.filter(({ path }) => path === 'POST payment/ofd_data/submit_items')
  await submitFiscalItems(job)
  expect(items()).toHaveLength(0)
  const { rows } = await pool.query('select kind from payment_finding where ref = $1', [ref])
  expect(rows).toEqual([{ kind: 'no-receipt' }])
  await pool.query(`update variant set ikpu = '00101001001000000'`)
  await pool.query(
    `insert into payout_details (id, shop_id, holder, tin, account, mfo, bank, created_by)
     values ('pdt_1', 'sho_a', 'Alfa', '301234567', '20208000900000000001', '00014', 'Bank', 'test')`,
  )
  replies.set('POST payment/ofd_data/submit_items', { body: { error_code: 0 } })
  await submitFiscalItems(job)
  expect(JSON.parse(items()[0]?.body ?? '{}')).toMatchObject({
    service_id: 20001,
    payment_id: 77001,
    received_ecash: TOTAL.amount,
    items: [{ SPIC: '00101001001000000', Price: TOTAL.amount, Amount: 1, CommissionInfo: { TIN: '301234567' } }],
  })
  replies.set('GET payment/ofd_data/20001/77001', { body: { error_code: 0, qrCodeURL: 'https://ofd.soliq.uz/check' } })
  await submitFiscalItems(job)
  expect(items()).toHaveLength(1)
})
