import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { cancelOrder, expireOrder, getOrder } from '@/lib/order'
import { order, seedMarket, stockOf } from '@/lib/order/test-market'
import { capturePayment, demoKey, paymentIdOf, startPayment } from '@/lib/payment'
import { answerPayme } from '.'
import { sweepPayme } from './sweep-payme'
import { LIFE_MS } from './transaction'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

const login = `Basic ${Buffer.from(`${env.PAYME_LOGIN}:${env.PAYME_KEY ?? demoKey('payme')}`).toString('base64')}`
const TOTAL = 10_000_000

const post = async (body: unknown, authorization: string | null = login) => {
  const request = new Request('http://localhost/api/payments/payme', {
    method: 'POST',
    headers: { 'Content-Type': 'text/json', ...(authorization ? { authorization } : {}) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const response = await answerPayme(request, '127.0.0.1')
  expect(response.status).toBe(200)
  return (await response.json()) as { id: unknown; result?: Record<string, unknown>; error?: Record<string, unknown> }
}
const rpc = (method: string, params: object) => post({ method, params, id: 7 })
const code = async (method: string, params: object) => (await rpc(method, params)).error?.['code']

let placed: Awaited<ReturnType<typeof order>>
let asked: { amount: number; account: Record<string, unknown> }
let n = 0
const newId = () => String(++n).padStart(24, '0')
const create = (id: string, time = Date.now()) => rpc('CreateTransaction', { id, time, ...asked })
const see = () => getOrder({ id: placed.orderId }, { token: placed.accessToken })

beforeEach(async () => {
  placed = await order({ var_a1: 1 })
  asked = { amount: TOTAL, account: { [env.PAYME_ACCOUNT_FIELD]: placed.number } }
})

it('knows nobody without the key, whatever they ask', async () => {
  for (const method of ['CheckPerformTransaction', 'GetStatement', 'Nothing']) {
    const answer = await post({ method, params: {}, id: 5 }, 'Basic UGF5Y29tOndyb25n')
    expect([answer.id, answer.error?.['code']]).toEqual([5, -32504])
  }
  expect((await post('{', null)).error?.['code']).toBe(-32504)
})

it('checks the order, then the sum, and says it in three languages', async () => {
  const unknown = { amount: TOTAL, account: { [env.PAYME_ACCOUNT_FIELD]: '999999999Z' } }
  const answer = await rpc('CheckPerformTransaction', unknown)
  expect(answer.error).toMatchObject({ code: -31050, data: env.PAYME_ACCOUNT_FIELD })
  expect(Object.keys(answer.error?.['message'] as object).sort()).toEqual(['en', 'ru', 'uz'])
  expect(await code('CheckPerformTransaction', { ...asked, amount: TOTAL - 1 })).toBe(-31001)
  expect(await code('CreateTransaction', { ...asked, amount: 1, id: newId(), time: Date.now() })).toBe(-31001)
  expect(await code('CreateTransaction', { ...unknown, id: newId(), time: Date.now() })).toBe(-31050)
  expect((await rpc('CheckPerformTransaction', asked)).result).toEqual({ allow: true })
})

it('takes a payment, and answers every repeat with the very same words', async () => {
  const id = newId()
  const created = await create(id, 1_000 + Date.now())
  expect(created.result).toMatchObject({ state: 1 })
  const row = (await sql.query<{ time: number }>('select time from payme_transaction where id = $1', [id])).rows[0]
  expect(await create(id, row?.time)).toEqual(created)
  expect(await code('CreateTransaction', { id, time: row?.time, ...asked, amount: 1 })).toBe(-31008)
  expect(await code('CreateTransaction', { id: newId(), time: Date.now(), ...asked })).toBe(-31008)
  expect(await code('CheckPerformTransaction', asked)).toBe(-31008)
  const performed = await rpc('PerformTransaction', { id })
  expect(performed.result).toMatchObject({ state: 2, transaction: created.result?.['transaction'] })
  expect(await see()).toMatchObject({ status: 'paid', paidTotal: { amount: TOTAL } })
  expect(await rpc('PerformTransaction', { id })).toEqual(performed)
  expect((await rpc('CheckTransaction', { id })).result).toMatchObject({ state: 2, cancel_time: 0, reason: null })
  expect(await code('CheckPerformTransaction', asked)).toBe(-31051)
  expect(await code('CreateTransaction', { id: newId(), time: Date.now(), ...asked })).toBe(-31051)
})

it('performs once when the call comes ten times at the same moment', async () => {
  const id = newId()
  await create(id)
  const answers = await Promise.all(Array.from({ length: 10 }, () => rpc('PerformTransaction', { id })))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await see()).toMatchObject({ paidTotal: { amount: TOTAL } })
})

it('opens one of ten transactions that want the same order', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(newId())))
  expect(answers.filter(({ result }) => result)).toHaveLength(1)
  expect(answers.filter(({ error }) => error?.['code'] === -31008)).toHaveLength(9)
})

it('gives the order free when the payer gives up, and keeps the first reason', async () => {
  const id = newId()
  await create(id)
  const cancelled = await rpc('CancelTransaction', { id, reason: 2 })
  expect(cancelled.result).toMatchObject({ state: -1 })
  expect(await rpc('CancelTransaction', { id, reason: 5 })).toEqual(cancelled)
  expect((await rpc('CheckTransaction', { id })).result).toMatchObject({ state: -1, reason: 2, perform_time: 0 })
  expect(await code('PerformTransaction', { id })).toBe(-31008)
  expect((await rpc('CheckPerformTransaction', asked)).result).toEqual({ allow: true })
})

it('gives a paid order back whole: money, goods and order', async () => {
  const before = await stockOf(pool, 'var_a1')
  const id = newId()
  await create(id)
  await rpc('PerformTransaction', { id })
  const cancelled = await rpc('CancelTransaction', { id, reason: 5 })
  expect(cancelled.result).toMatchObject({ state: -2 })
  expect(await rpc('CancelTransaction', { id, reason: 5 })).toEqual(cancelled)
  const total = { amount: TOTAL }
  expect(await see()).toMatchObject({ status: 'cancelled', paidTotal: total, refundedTotal: total })
  expect((await stockOf(pool, 'var_a1')).reserved).toBe(before.reserved - 1)
  expect(await code('CheckPerformTransaction', asked)).toBe(-31052)
})

it('times a transaction out after twelve hours of its own time', async () => {
  const id = newId()
  await create(id)
  await pool.query('update payme_transaction set time = time - $2 where id = $1', [id, LIFE_MS + 1000])
  expect((await rpc('CheckPerformTransaction', asked)).result).toEqual({ allow: true })
  expect(await code('PerformTransaction', { id })).toBe(-31008)
  expect((await rpc('CheckTransaction', { id })).result).toMatchObject({ state: -1, reason: 4 })
  expect(await code('CreateTransaction', { id: newId(), time: Date.now() - LIFE_MS - 1000, ...asked })).toBe(-31008)
  expect((await create(newId())).result).toMatchObject({ state: 1 })
})

it('will not perform for an order that is gone', async () => {
  const id = newId()
  await create(id)
  await cancelOrder({ id: placed.orderId }, { token: placed.accessToken })
  expect(await code('PerformTransaction', { id })).toBe(-31008)
})

it('knows nothing of transactions it has not seen', async () => {
  for (const method of ['PerformTransaction', 'CancelTransaction', 'CheckTransaction']) {
    expect(await code(method, { id: 'f'.repeat(24), reason: 1 })).toBe(-31003)
  }
})

it('lists what happened between two times of theirs, ends included', async () => {
  const [one, two] = [newId(), newId()]
  const time = Date.now() - 5_000_000
  await create(one, time)
  await rpc('CancelTransaction', { id: one, reason: 3 })
  await create(two, time + 10)
  const { result } = await rpc('GetStatement', { from: time, to: time + 10 })
  const list = result?.['transactions'] as { id: string; state: number }[]
  expect(list.map(({ id, state }) => [id, state])).toEqual([
    [one, -1],
    [two, 1],
  ])
  expect((await rpc('GetStatement', { from: 1, to: 2 })).result).toEqual({ transactions: [] })
  expect(await code('GetStatement', { from: 2, to: 1 })).toBe(-32600)
})

it('keeps fiscal documents, sale and return apart', async () => {
  const id = newId()
  await create(id)
  const sale = { id, type: 'PERFORM', fiscal_data: { receipt_id: 1 } }
  expect((await rpc('SetFiscalData', sale)).result).toEqual({ success: true })
  expect((await rpc('SetFiscalData', sale)).result).toEqual({ success: true })
  expect(await code('SetFiscalData', { ...sale, id: 'e'.repeat(24) })).toBe(-32001)
  expect(await code('SetFiscalData', { id, type: 'X' })).toBe(-32602)
})

const minutesHeld = async () => {
  const { rows } = await pool.query(
    `select round(extract(epoch from max(expires_at) - now()) / 60)::int as minutes from reservation where order_id = $1`,
    [placed.orderId],
  )
  return rows[0].minutes
}

it('keeps the goods for as long as Payme may perform, and no longer than twelve hours', async () => {
  expect(await minutesHeld()).toBe(30)
  const id = newId()
  await create(id, Date.now() + 3_600_000)
  expect(await minutesHeld()).toBeGreaterThanOrEqual(719)
  expect(await minutesHeld()).toBeLessThanOrEqual(721)
  expect(await expireOrder({ orderId: placed.orderId })).toMatchObject({ value: false })
  await rpc('CancelTransaction', { id, reason: 1 })
  expect(await minutesHeld()).toBe(30)
})

it('does not perform once the goods are gone, and the money stays with the payer', async () => {
  const id = newId()
  await create(id)
  await pool.query(`update reservation set expires_at = now() - interval '1 second' where order_id = $1`, [
    placed.orderId,
  ])
  expect(await expireOrder({ orderId: placed.orderId })).toMatchObject({ value: true })
  expect(await code('PerformTransaction', { id })).toBe(-31008)
  expect(await see()).toMatchObject({ status: 'cancelled', paidTotal: { amount: 0 } })
  expect((await rpc('CancelTransaction', { id, reason: 3 })).result).toMatchObject({ state: -1 })
})

it('sweeps what nobody calls about, and frees order and goods', async () => {
  const id = newId()
  await create(id)
  await pool.query('update payme_transaction set time = time - $2 where id = $1', [id, LIFE_MS + 1000])
  expect(await sweepPayme()).toBeGreaterThan(0)
  expect((await rpc('CheckTransaction', { id })).result).toMatchObject({ state: -1, reason: 4 })
  expect(await minutesHeld()).toBe(30)
  expect((await create(newId())).result).toMatchObject({ state: 1 })
})

it('leaves the goods of an order alone that was paid another way meanwhile', async () => {
  const id = newId()
  await create(id)
  await payByClick()
  await rpc('CancelTransaction', { id, reason: 3 })
  expect(await minutesHeld()).toBeGreaterThan(60 * 24)
})

const payByClick = async () => {
  must(await startPayment(placed.orderId, 'click', 'uz'))
  const paymentId = paymentIdOf(placed.orderId, 'click')
  return capturePayment({ paymentId, amount: money(TOTAL, 'UZS'), providerRef: `click-${placed.orderId}` })
}

it('takes nothing where another provider was faster by a moment', async () => {
  for (let round = 0; round < 8; round++) {
    placed = await order({ var_a1: 1 })
    asked = { amount: TOTAL, account: { [env.PAYME_ACCOUNT_FIELD]: placed.number } }
    const id = newId()
    await create(id)
    must(await startPayment(placed.orderId, 'click', 'uz'))
    const [performed] = await Promise.all([rpc('PerformTransaction', { id }), payByClick()])
    const { rows } = await pool.query('select provider, status from payment_view where order_id = $1', [placed.orderId])
    const payme = rows.find(({ provider }) => provider === 'payme')
    expect(payme.status).toBe(performed.result ? 'captured' : 'requested')
    expect(rows.filter(({ status }) => status === 'captured')).toHaveLength(1)
  }
})
