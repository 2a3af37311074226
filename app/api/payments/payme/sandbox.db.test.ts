import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '@/lib/kernel/env'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { DELETE, GET, OPTIONS, PATCH, POST, PUT } from './route'

// What Payme's sandbox runs before a kassa goes live (Merchant API, testing), through the route that Payme calls.

const given = { ...env }
const KEY = 'TESTKEY-0123456789-abcdefghijklmnop'
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const TOTAL = 10_000_000
const HOURS_12 = 43_200_000

type Item = { price: number; count: number; discount?: number; code: string }
type Reply = { id: unknown; result?: Record<string, unknown>; error?: { code: number; message: object; data: unknown } }

let pool: Awaited<ReturnType<typeof testDb>>
beforeAll(async () => {
  Object.assign(env, { PAYME_KEY: KEY, PAYME_LOGIN: 'Paycom', PAYME_ACCOUNT_FIELD: 'order_id', PAYME_ALLOW_IPS: [] })
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(async () => {
  Object.assign(env, given)
  await dropTestDbs()
})

async function send(body: string, authorization: string | null = basic(`Paycom:${KEY}`), address = '185.234.113.1') {
  const headers = new Headers({ 'content-type': 'text/json; charset=UTF-8', 'x-forwarded-for': address })
  if (authorization) headers.set('authorization', authorization)
  const request = new Request('http://localhost/api/payments/payme', { method: 'POST', headers, body })
  const response = await POST(request)
  expect(response.status).toBe(200)
  return response.text()
}
const call = async (method: string, params: object): Promise<Reply> =>
  JSON.parse(await send(JSON.stringify({ method, params, id: 7 })))
const codeOf = async (method: string, params: object) => (await call(method, params)).error?.code

/** Create, Perform and Cancel are always sent twice, and both answers must be the same to the byte. */
async function twice(method: string, params: object): Promise<Reply> {
  const body = JSON.stringify({ method, params, id: 2032 })
  const first = await send(body)
  expect(await send(body)).toBe(first)
  return JSON.parse(first)
}

let n = 0
const newId = () => `5305e3bab097f420a62ced${String(++n).padStart(2, '0')}`
let placed: Awaited<ReturnType<typeof order>>
let account: { order_id: string }
beforeEach(async () => {
  placed = await order({ var_a1: 1 })
  account = { order_id: placed.number }
})
const create = async (id: string, time = Date.now()) => twice('CreateTransaction', { id, time, amount: TOTAL, account })
const see = () => getOrder({ id: placed.orderId }, { token: placed.accessToken })

describe('the unconfirmed scenario', () => {
  it('refuses every method with bad credentials, whatever is wrong with them', async () => {
    const wrong = [null, 'Basic', 'Basic §', `Bearer ${KEY}`, basic(KEY), basic(`Paycom:${KEY.slice(0, -1)}`)]
    const more = [basic(`paycom:${KEY}`), basic(`Paycom:${KEY}x`), basic(`x:Paycom:${KEY}`), basic('Paycom:')]
    const methods = ['CheckPerformTransaction', 'CreateTransaction', 'PerformTransaction', 'CancelTransaction']
    for (const authorization of [...wrong, ...more]) {
      for (const method of [...methods, 'CheckTransaction', 'GetStatement', 'SetFiscalData', 'ChangePassword', 'No']) {
        const params = { id: newId(), amount: TOTAL, account, password: 'other-password' }
        const reply: Reply = JSON.parse(await send(JSON.stringify({ method, params, id: 11 }), authorization))
        expect([reply.id, reply.error?.code]).toEqual([11, -32504])
      }
    }
  })

  it('knows the wrong amount and the unknown order, in Check and in Create', async () => {
    for (const amount of [TOTAL - 1, TOTAL + 1, 1, 0, -TOTAL, TOTAL + 0.5, 4_294_967_296 + TOTAL, 1e18]) {
      expect(await codeOf('CheckPerformTransaction', { amount, account })).toBe(-31001)
      expect(await codeOf('CreateTransaction', { id: newId(), time: Date.now(), amount, account })).toBe(-31001)
    }
    for (const wrong of [{ order_id: '000000000Z' }, { order_id: 5 }, {}, { order: placed.number }]) {
      for (const [method, more] of [
        ['CheckPerformTransaction', {}],
        ['CreateTransaction', { id: newId(), time: Date.now() }],
      ] as const) {
        const { error } = await call(method, { ...more, amount: TOTAL, account: wrong })
        expect(error).toMatchObject({ code: -31050, data: 'order_id' })
        expect(Object.keys(error?.message ?? {}).sort()).toEqual(['en', 'ru', 'uz'])
      }
    }
  })

  it('checks, creates, keeps the order busy, and cancels', async () => {
    const id = newId()
    const time = Date.now()
    expect((await call('CheckPerformTransaction', { amount: TOTAL, account })).result).toEqual({ allow: true })
    const { result } = await create(id, time)
    expect(result).toEqual({ create_time: expect.any(Number), transaction: expect.any(String), state: 1 })
    expect((await call('CheckTransaction', { id })).result).toEqual({
      ...result,
      perform_time: 0,
      cancel_time: 0,
      reason: null,
    })
    expect(await codeOf('CreateTransaction', { id: newId(), time, amount: TOTAL, account })).toBe(-31008)
    expect(await codeOf('CreateTransaction', { id, time, amount: TOTAL + 1, account })).toBe(-31008)
    expect(await codeOf('CreateTransaction', { id, time, amount: TOTAL, account: { order_id: 'x' } })).toBe(-31008)
    const cancelled = await twice('CancelTransaction', { id, reason: 3 })
    expect(cancelled.result).toEqual({
      transaction: result?.['transaction'],
      cancel_time: expect.any(Number),
      state: -1,
    })
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: -1, reason: 3, perform_time: 0 })
    expect(await codeOf('PerformTransaction', { id })).toBe(-31008)
    expect(await codeOf('CreateTransaction', { id, time, amount: TOTAL, account })).toBe(-31008)
  })
})

describe('the confirmed scenario', () => {
  it('performs once and gives back once', async () => {
    const id = newId()
    const transaction = (await create(id)).result?.['transaction']
    const performed = await twice('PerformTransaction', { id })
    expect(performed.result).toEqual({ transaction, perform_time: expect.any(Number), state: 2 })
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: 2, cancel_time: 0, reason: null })
    const again = { id: newId(), time: Date.now(), amount: TOTAL, account }
    expect((await call('CreateTransaction', again)).error).toMatchObject({ code: -31051, data: 'order_id' })
    const cancelled = await twice('CancelTransaction', { id, reason: 5 })
    expect(cancelled.result).toMatchObject({ transaction, state: -2 })
    expect(await call('CancelTransaction', { id, reason: 1 })).toMatchObject({ result: cancelled.result })
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: -2, reason: 5 })
    const total = { amount: TOTAL }
    expect(await see()).toMatchObject({ status: 'cancelled', paidTotal: total, refundedTotal: total })
    expect((await call('CreateTransaction', again)).error).toMatchObject({ code: -31052, data: 'order_id' })
  })

  it('does not give back what is fully delivered', async () => {
    const id = newId()
    await create(id)
    await twice('PerformTransaction', { id })
    await pool.query(`update order_view set status = 'completed' where id = $1`, [placed.orderId])
    expect((await twice('CancelTransaction', { id, reason: 5 })).error?.code).toBe(-31007)
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: 2, cancel_time: 0 })
  })
})

describe('twelve hours, from the time that Payme gives', () => {
  it('performs in the last second, for the goods were kept', async () => {
    const id = newId()
    await create(id, Date.now() - HOURS_12 + 5_000)
    await pool.query(
      `update reservation set expires_at = now() where order_id = $1 and expires_at < now() + '1 minute'`,
      [placed.orderId],
    )
    expect((await twice('PerformTransaction', { id })).result).toMatchObject({ state: 2 })
  })

  it('is over a moment later: cancelled once with reason 4, and the order is free', async () => {
    const id = newId()
    const time = Date.now() - HOURS_12 + 5_000
    await create(id, time)
    await pool.query('update payme_transaction set time = time - 6000 where id = $1', [id])
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: 1, cancel_time: 0 })
    expect((await call('CheckPerformTransaction', { amount: TOTAL, account })).result).toEqual({ allow: true })
    expect((await twice('PerformTransaction', { id })).error?.code).toBe(-31008)
    const ended = (await call('CheckTransaction', { id })).result
    expect(ended).toMatchObject({ state: -1, reason: 4 })
    expect((await twice('CancelTransaction', { id, reason: 1 })).result).toMatchObject({
      cancel_time: ended?.['cancel_time'],
    })
    expect((await create(newId())).result).toMatchObject({ state: 1 })
  })

  it('refuses a time of yesterday and one of tomorrow', async () => {
    for (const time of [Date.now() - HOURS_12 - 1_000, Date.now() + HOURS_12 + 60_000]) {
      expect(await codeOf('CreateTransaction', { id: newId(), time, amount: TOTAL, account })).toBe(-31008)
    }
  })
})

describe('the statement', () => {
  it('tells every state by their time, ends included, the oldest first', async () => {
    const [first, second] = [newId(), newId()]
    const time = Date.now() - 7_000_000
    await create(first, time)
    await twice('CancelTransaction', { id: first, reason: 2 })
    await create(second, time + 1)
    await twice('PerformTransaction', { id: second })
    const { result } = await call('GetStatement', { from: time, to: time + 1 })
    const transactions = result?.['transactions'] as Record<string, unknown>[]
    expect(transactions.map((one) => [one['id'], one['time'], one['state']])).toEqual([
      [first, time, -1],
      [second, time + 1, 2],
    ])
    expect(transactions[0]).toMatchObject({ amount: TOTAL, account, perform_time: 0, reason: 2 })
    expect((await call('GetStatement', { from: time + 2, to: time + 3 })).result).toEqual({ transactions: [] })
    for (const period of [{ from: time, to: time - 1 }, { from: time }, { from: 'a', to: 'b' }, {}]) {
      expect(await codeOf('GetStatement', period)).toBe(-32600)
    }
  })
})

describe('the wire', () => {
  it('answers every HTTP method with 200', async () => {
    for (const [method, handler] of Object.entries({ GET, PUT, PATCH, DELETE, OPTIONS })) {
      const response = await handler(new Request('http://localhost/api/payments/payme', { method }))
      expect([response.status, ((await response.json()) as Reply).error?.code]).toEqual([200, -32300])
    }
  })

  it('tells what is no JSON from what is no call', async () => {
    const code = async (body: string) => (JSON.parse(await send(body)) as Reply).error?.code
    for (const body of ['', '{', 'method=x', '\u0000']) expect(await code(body)).toBe(-32700)
    for (const body of ['[]', '1', 'null', '{}', '{"method":"CheckTransaction"}']) expect(await code(body)).toBe(-32600)
    expect(await code('{"method":5,"params":{},"id":1}')).toBe(-32600)
    expect(await code('{"method":"CheckTransaction","params":[],"id":1}')).toBe(-32600)
    expect(await code('{"method":"CheckTransaction","params":{"id":5},"id":1}')).toBe(-32600)
    expect((await call('Nothing', {})).error).toMatchObject({ code: -32601, data: 'Nothing' })
    for (const method of ['PerformTransaction', 'CancelTransaction', 'CheckTransaction']) {
      expect(await codeOf(method, { id: 'f'.repeat(24), reason: 1 })).toBe(-31003)
    }
  })

  it('takes sums beyond 32 bits and accounts that are numbers', async () => {
    const big = 9_000_000_000_000
    await pool.query('update order_view set total = $2, items_total = $2 where id = $1', [placed.orderId, big])
    const id = newId()
    const { result } = await twice('CreateTransaction', { id, time: Date.now(), amount: big, account })
    expect(result).toMatchObject({ state: 1 })
    const listed = await call('GetStatement', { from: Date.now() - 60_000, to: Date.now() + 60_000 })
    expect(JSON.stringify(listed)).toContain(`"amount":${big}`)
  })

  it('lets in only the addresses of the list, in the words of the protocol', async () => {
    Object.assign(env, { PAYME_ALLOW_IPS: ['185.234.113.0/28'] })
    const body = JSON.stringify({ method: 'CheckPerformTransaction', params: { amount: TOTAL, account }, id: 3 })
    const code = async (address: string) => (JSON.parse(await send(body, undefined, address)) as Reply).error?.code
    expect([await code('185.234.113.15'), await code('185.234.113.16')]).toEqual([undefined, -32504])
    Object.assign(env, { PAYME_ALLOW_IPS: [], APP_ENV: 'production' })
    expect(await code('185.234.113.15')).toBe(-32504)
    Object.assign(env, { APP_ENV: given.APP_ENV })
  })
})

it('changes the key at once and for good, until the operator gives another', async () => {
  const [login, other] = [basic(`Paycom:${KEY}`), basic('Paycom:another-key-of-36-characters')]
  const ask = async (authorization: string) =>
    (JSON.parse(await send('{"method":"CheckTransaction","params":{"id":"x"},"id":1}', authorization)) as Reply).error
      ?.code
  expect(await codeOf('ChangePassword', { password: 'short' })).toBe(-32600)
  const changed = await call('ChangePassword', { password: 'another-key-of-36-characters' })
  expect(changed.result).toEqual({ success: true })
  expect([await ask(login), await ask(other)]).toEqual([-32504, -31003])
  const { rows } = await pool.query(`select row_to_json(k)::text as key from payme_key k`)
  expect(rows[0].key).not.toContain('another-key')
  const kept = await pool.query(`select body from provider_callback where event_key like 'ChangePassword%'`)
  expect(kept.rows.some(({ body }) => body.includes('another-key'))).toBe(false)
  Object.assign(env, { PAYME_KEY: 'THIRD-0123456789-abcdefghijklmnop' })
  expect([await ask(other), await ask(basic('Paycom:THIRD-0123456789-abcdefghijklmnop'))]).toEqual([-32504, -31003])
  Object.assign(env, { PAYME_KEY: KEY })
  await pool.query('delete from payme_key')
})

describe('fiscal data', () => {
  const receipt = { receipt_id: 121, status_code: 0, terminal_id: 'EZ000000000030', fiscal_sign: '800031554082' }

  it('keeps the sale and the return apart, and an accepted one for ever', async () => {
    const id = newId()
    await create(id)
    await twice('PerformTransaction', { id })
    const say = (type: string, fiscal_data: object) => twice('SetFiscalData', { id, type, fiscal_data })
    expect((await say('PERFORM', { ...receipt, status_code: 1 })).result).toEqual({ success: true })
    await say('PERFORM', receipt)
    await say('PERFORM', { ...receipt, fiscal_sign: 'other' })
    await say('CANCEL', { ...receipt, receipt_id: '122' })
    const { rows } = await pool.query(
      'select type, status_code, receipt_id, fiscal_sign from payme_fiscal where transaction_id = $1 order by type',
      [id],
    )
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['CANCEL', 0, '122', '800031554082'],
      ['PERFORM', 0, '121', '800031554082'],
    ])
  })

  it('knows the unknown receipt and what is no document', async () => {
    const fiscal_data = receipt
    expect(await codeOf('SetFiscalData', { id: 'e'.repeat(24), type: 'PERFORM', fiscal_data })).toBe(-32001)
    expect(await codeOf('SetFiscalData', { id: newId(), type: 'OTHER', fiscal_data })).toBe(-32602)
    expect(await codeOf('SetFiscalData', { id: newId(), type: 'PERFORM' })).toBe(-32602)
    expect(await codeOf('SetFiscalData', { id: newId(), type: 'PERFORM', fiscal_data: { status_code: 'x' } })).toBe(
      -32602,
    )
  })

  it('tells the goods with their codes, so that they add up to the sum', async () => {
    const codes = { PAYME_PACKAGE_CODE: '1234567', PAYME_DELIVERY_IKPU: '1'.repeat(17), PAYME_DELIVERY_PACKAGE: '7' }
    Object.assign(env, codes)
    await pool.query(`update variant set ikpu = '00101001001000000' where id in ('var_a1', 'var_b2')`)
    const rich = await order({ var_a1: 2, var_b2: 1 }, 'payme', 'courier')
    const amount = rich.total.amount
    const { result } = await call('CheckPerformTransaction', { amount, account: { order_id: rich.number } })
    const { items } = (result?.['detail'] ?? {}) as { items: Item[] }
    expect(items.reduce((sum, { price, count, discount = 0 }) => sum + price * count - discount, 0)).toBe(amount)
    expect(items.map(({ price, count }) => [price, count])).toEqual(expect.arrayContaining([[10_000_000, 2]]))
    expect(items.at(-1)).toMatchObject({ code: '1'.repeat(17), count: 1 })
    Object.assign(env, { PAYME_DELIVERY_IKPU: undefined })
    const without = await call('CheckPerformTransaction', { amount, account: { order_id: rich.number } })
    expect(without.result).toEqual({ allow: true })
    Object.assign(env, { PAYME_PACKAGE_CODE: undefined, PAYME_DELIVERY_PACKAGE: undefined })
  })
})

it('keeps every call, and raises an alarm when one comes again with another sum', async () => {
  const id = newId()
  await create(id)
  await call('CreateTransaction', { id, time: Date.now(), amount: TOTAL - 5, account })
  const { rows } = await pool.query('select repeats, alarm, answer from provider_callback where event_key = $1', [
    `CreateTransaction:${id}`,
  ])
  expect(rows).toMatchObject([{ repeats: 2, alarm: true }])
  const alarms = await pool.query('select 1 from provider_alarm where event_key = $1', [`CreateTransaction:${id}`])
  expect(alarms.rowCount).toBe(1)
})
