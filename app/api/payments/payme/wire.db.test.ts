import { describe, expect, it } from 'vitest'
import { env } from '@/lib/kernel/env'
import { order } from '@/lib/order/test-market'
import { DELETE, GET, OPTIONS, PATCH, PUT } from './route'
import { basic, call, codeOf, KEY, newId, type Reply, sandbox, send, TOTAL, twice } from './sandbox-fixture'

const { at, create } = sandbox()

type Item = { price: number; count: number; discount?: number; code: string }

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
    await at.pool.query('update order_view set total = $2, items_total = $2 where id = $1', [at.placed.orderId, big])
    const id = newId()
    const { result } = await twice('CreateTransaction', { id, time: Date.now(), amount: big, account: at.account })
    expect(result).toMatchObject({ state: 1 })
    const listed = await call('GetStatement', { from: Date.now() - 60_000, to: Date.now() + 60_000 })
    expect(JSON.stringify(listed)).toContain(`"amount":${big}`)
  })

  it('lets in only the addresses of the list, in the words of the protocol', async () => {
    Object.assign(env, { PAYME_ALLOW_IPS: ['185.234.113.0/28'] })
    const body = JSON.stringify({
      method: 'CheckPerformTransaction',
      params: { amount: TOTAL, account: at.account },
      id: 3,
    })
    const code = async (address: string) => (JSON.parse(await send(body, undefined, address)) as Reply).error?.code
    expect([await code('185.234.113.15'), await code('185.234.113.16')]).toEqual([undefined, -32504])
    Object.assign(env, { PAYME_ALLOW_IPS: [], APP_ENV: 'production' })
    expect(await code('185.234.113.15')).toBe(-32504)
    Object.assign(env, { APP_ENV: 'demo' })
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
  const { rows } = await at.pool.query(`select row_to_json(k)::text as key from payme_key k`)
  expect(rows[0].key).not.toContain('another-key')
  const kept = await at.pool.query(`select body from provider_callback where event_key like 'ChangePassword%'`)
  expect(kept.rows.some(({ body }) => body.includes('another-key'))).toBe(false)
  Object.assign(env, { PAYME_KEY: 'THIRD-0123456789-abcdefghijklmnop' })
  expect([await ask(other), await ask(basic('Paycom:THIRD-0123456789-abcdefghijklmnop'))]).toEqual([-32504, -31003])
  Object.assign(env, { PAYME_KEY: KEY })
  await at.pool.query('delete from payme_key')
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
    const { rows } = await at.pool.query(
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
    await at.pool.query(`update variant set ikpu = '00101001001000000' where id in ('var_a1', 'var_b2')`)
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
  await call('CreateTransaction', { id, time: Date.now(), amount: TOTAL - 5, account: at.account })
  const { rows } = await at.pool.query('select repeats, alarm, answer from provider_callback where event_key = $1', [
    `CreateTransaction:${id}`,
  ])
  expect(rows).toMatchObject([{ repeats: 2, alarm: true }])
  const alarms = await at.pool.query('select 1 from provider_alarm where event_key = $1', [`CreateTransaction:${id}`])
  expect(alarms.rowCount).toBe(1)
})
