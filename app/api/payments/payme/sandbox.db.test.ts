import { describe, expect, it } from 'vitest'
import { basic, call, codeOf, HOURS_12, KEY, newId, type Reply, sandbox, send, TOTAL, twice } from './sandbox-fixture'

// What Payme's sandbox runs before a kassa goes live (Merchant API, testing), through the route that Payme calls.

const { at, create, see } = sandbox()

describe('the unconfirmed scenario', () => {
  it('refuses every method with bad credentials, whatever is wrong with them', async () => {
    const wrong = [null, 'Basic', 'Basic §', `Bearer ${KEY}`, basic(KEY), basic(`Paycom:${KEY.slice(0, -1)}`)]
    const more = [basic(`paycom:${KEY}`), basic(`Paycom:${KEY}x`), basic(`x:Paycom:${KEY}`), basic('Paycom:')]
    const methods = ['CheckPerformTransaction', 'CreateTransaction', 'PerformTransaction', 'CancelTransaction']
    for (const authorization of [...wrong, ...more]) {
      for (const method of [...methods, 'CheckTransaction', 'GetStatement', 'SetFiscalData', 'ChangePassword', 'No']) {
        const params = { id: newId(), amount: TOTAL, account: at.account, password: 'other-password' }
        const reply: Reply = JSON.parse(await send(JSON.stringify({ method, params, id: 11 }), authorization))
        expect([reply.id, reply.error?.code]).toEqual([11, -32504])
      }
    }
  })

  it('knows the wrong amount and the unknown order, in Check and in Create', async () => {
    for (const amount of [TOTAL - 1, TOTAL + 1, 1, 0, -TOTAL, TOTAL + 0.5, 4_294_967_296 + TOTAL, 1e18]) {
      expect(await codeOf('CheckPerformTransaction', { amount, account: at.account })).toBe(-31001)
      expect(await codeOf('CreateTransaction', { id: newId(), time: Date.now(), amount, account: at.account })).toBe(
        -31001,
      )
    }
    for (const wrong of [{ order_id: '000000000Z' }, { order_id: 5 }, {}, { order: at.placed.number }]) {
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
    expect((await call('CheckPerformTransaction', { amount: TOTAL, account: at.account })).result).toEqual({
      allow: true,
    })
    const { result } = await create(id, time)
    expect(result).toEqual({ create_time: expect.any(Number), transaction: expect.any(String), state: 1 })
    expect((await call('CheckTransaction', { id })).result).toEqual({
      ...result,
      perform_time: 0,
      cancel_time: 0,
      reason: null,
    })
    expect(await codeOf('CreateTransaction', { id: newId(), time, amount: TOTAL, account: at.account })).toBe(-31008)
    expect(await codeOf('CreateTransaction', { id, time, amount: TOTAL + 1, account: at.account })).toBe(-31008)
    expect(await codeOf('CreateTransaction', { id, time, amount: TOTAL, account: { order_id: 'x' } })).toBe(-31008)
    const cancelled = await twice('CancelTransaction', { id, reason: 3 })
    expect(cancelled.result).toEqual({
      transaction: result?.['transaction'],
      cancel_time: expect.any(Number),
      state: -1,
    })
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: -1, reason: 3, perform_time: 0 })
    expect(await codeOf('PerformTransaction', { id })).toBe(-31008)
    expect(await codeOf('CreateTransaction', { id, time, amount: TOTAL, account: at.account })).toBe(-31008)
  })
})

describe('the confirmed scenario', () => {
  it('performs once and gives back once', async () => {
    const id = newId()
    const transaction = (await create(id)).result?.['transaction']
    const performed = await twice('PerformTransaction', { id })
    expect(performed.result).toEqual({ transaction, perform_time: expect.any(Number), state: 2 })
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: 2, cancel_time: 0, reason: null })
    const again = { id: newId(), time: Date.now(), amount: TOTAL, account: at.account }
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
    await at.pool.query(`update order_view set status = 'completed' where id = $1`, [at.placed.orderId])
    expect((await twice('CancelTransaction', { id, reason: 5 })).error?.code).toBe(-31007)
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: 2, cancel_time: 0 })
  })
})

describe('twelve hours, from the time that Payme gives', () => {
  it('performs in the last second, for the goods were kept', async () => {
    const id = newId()
    await create(id, Date.now() - HOURS_12 + 5_000)
    await at.pool.query(
      `update reservation set expires_at = now() where order_id = $1 and expires_at < now() + '1 minute'`,
      [at.placed.orderId],
    )
    expect((await twice('PerformTransaction', { id })).result).toMatchObject({ state: 2 })
  })

  it('is over a moment later: cancelled once with reason 4, and the order is free', async () => {
    const id = newId()
    const time = Date.now() - HOURS_12 + 5_000
    await create(id, time)
    await at.pool.query('update payme_transaction set time = time - 6000 where id = $1', [id])
    expect((await call('CheckTransaction', { id })).result).toMatchObject({ state: 1, cancel_time: 0 })
    expect((await call('CheckPerformTransaction', { amount: TOTAL, account: at.account })).result).toEqual({
      allow: true,
    })
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
      expect(await codeOf('CreateTransaction', { id: newId(), time, amount: TOTAL, account: at.account })).toBe(-31008)
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
    expect(transactions[0]).toMatchObject({ amount: TOTAL, account: at.account, perform_time: 0, reason: 2 })
    expect((await call('GetStatement', { from: time + 2, to: time + 3 })).result).toEqual({ transactions: [] })
    for (const period of [{ from: time, to: time - 1 }, { from: time }, { from: 'a', to: 'b' }, {}]) {
      expect(await codeOf('GetStatement', period)).toBe(-32600)
    }
  })
})
