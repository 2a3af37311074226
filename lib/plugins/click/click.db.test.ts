import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { answerClick } from '.'
import { serviceId } from './credentials'
import type { ClickRequest } from './request'
import { callsFor, form, send, signed } from './test-calls'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 1000)
})
afterAll(dropTestDbs)

const TOTAL = 10_000_000
let placed: Awaited<ReturnType<typeof order>>
let n = 13264900
const newId = () => String(++n)
const see = () => getOrder({ id: placed.orderId }, { token: placed.accessToken })
beforeEach(async () => {
  placed = await order({ var_a1: 1 }, 'click')
})
const { fields, prepare, complete } = callsFor(() => placed)
const paid = { status: 'paid', paidTotal: { amount: TOTAL } }
const unpaid = { status: 'placed', paidTotal: { amount: 0 } }

describe("Click's own matrix", () => {
  it('passes all fifteen steps', async () => {
    const [one, two, three] = [newId(), newId(), newId()]
    const bad = { sign_string: '0'.repeat(32) }
    expect((await send('prepare', form({ ...fields({ click_trans_id: one }), ...bad }))).error).toBe(-1)
    expect((await prepare(one, { merchant_trans_id: '999999999Z' })).error).toBe(-5)
    const first = await prepare(one)
    expect(first).toMatchObject({ error: 0, error_note: 'Success', merchant_trans_id: placed.number })
    const completing = fields({ click_trans_id: one, action: '1', merchant_prepare_id: `${first.merchant_prepare_id}` })
    expect((await send('complete', form({ ...completing, ...bad }))).error).toBe(-1)
    expect((await complete(one, first.merchant_prepare_id, { amount: '300' })).error).toBe(-2)
    expect(await see()).toMatchObject(unpaid)
    const done = await complete(one, first.merchant_prepare_id)
    expect(done).toMatchObject({ error: 0, merchant_trans_id: placed.number, merchant_confirm_id: expect.any(Number) })
    expect(await see()).toMatchObject(paid)
    expect((await complete(one, first.merchant_prepare_id)).error).toBe(-4)
    expect((await complete(one, first.merchant_prepare_id, { error: '-5017' })).error).toBe(-9)
    expect(await see()).toMatchObject(paid)

    placed = await order({ var_a1: 1 }, 'click')
    const second = await prepare(two)
    expect(second.error).toBe(0)
    expect((await complete(two, '999999999')).error).toBe(-6)
    expect((await complete(two, second.merchant_prepare_id)).error).toBe(0)

    placed = await order({ var_a1: 1 }, 'click')
    const third = await prepare(three)
    expect(third.error).toBe(0)
    expect((await complete(three, third.merchant_prepare_id, { error: '-5017' })).error).toBe(-9)
    expect((await complete(three, third.merchant_prepare_id, { error: '-5017' })).error).toBe(-9)
    expect((await complete(three, third.merchant_prepare_id)).error).toBe(-9)
    expect(await see()).toMatchObject(unpaid)
  })
})

it('flags a cancellation of a confirmed payment for a person', async () => {
  const id = newId()
  const { merchant_prepare_id } = await prepare(id)
  await complete(id, merchant_prepare_id)
  await complete(id, merchant_prepare_id, { error: '-5017', error_note: 'Insufficient funds' })
  const { rows } = await pool.query('select kind, outcome, order_number, detail from payment_finding where ref = $1', [
    id,
  ])
  expect(rows).toEqual([
    {
      kind: 'cancelled-after-confirmation',
      outcome: 'person',
      order_number: placed.number,
      detail: '-5017 Insufficient funds',
    },
  ])
})

it('misses every field that a call must have, and refuses what is no number', async () => {
  const good = signed(fields({ click_trans_id: newId() }))
  for (const name of ['click_trans_id', 'service_id', 'merchant_trans_id', 'amount', 'action', 'error', 'sign_time']) {
    const { [name as keyof ClickRequest]: _, ...rest } = good
    expect((await send('prepare', new URLSearchParams(rest as Record<string, string>).toString())).error).toBe(-8)
    expect((await send('prepare', form({ ...good, [name]: '' }))).error).toBe(-8)
  }
  for (const wrong of [{ click_trans_id: '12x' }, { click_trans_id: '012' }, { error: 'no' }, { error: '5' }]) {
    expect((await prepare(newId(), wrong)).error).toBe(-8)
  }
  expect((await send('prepare', `${form(good)}&amount=1`)).error).toBe(-8)
  expect((await send('complete', form(signed(fields({ action: '1' }))))).error).toBe(-8)
  expect((await send('prepare', '{"click_trans_id":1}')).error).toBe(-8)
  expect((await send('prepare', 'x'.repeat(20_000))).error).toBe(-8)
  const got = await answerClick(new Request('http://localhost/x'), 'prepare', '127.0.0.1')
  expect([got.status, (await got.json()).error]).toEqual([200, -8])
})

it('knows its service and its actions exactly', async () => {
  expect((await prepare(newId(), { service_id: `0${serviceId()}` })).error).toBe(-8)
  expect((await prepare(newId(), { service_id: '20002' })).error).toBe(-8)
  expect((await prepare(newId(), { action: '1' })).error).toBe(-3)
  expect((await prepare(newId(), { action: '00' })).error).toBe(-3)
  expect((await prepare(newId(), { action: '7' })).error).toBe(-3)
  expect((await complete(newId(), '7', { action: '0' })).error).toBe(-3)
})

it.each(['100000.001', '1e5', '100000.01', '99999.99', '0100000.00', '100000,00', '-100000'])(
  'takes no other sum: %s',
  async (amount) => {
    expect((await prepare(newId(), { amount })).error).toBe(-2)
  },
)

it('takes the sum in whichever way it is written', async () => {
  for (const amount of ['100000', '100000.0', '100000.00']) expect((await prepare(newId(), { amount })).error).toBe(0)
})

it('lets no digits move between the fields of one signature', async () => {
  const id = newId()
  const asked = signed(fields({ click_trans_id: id }))
  const last = id.slice(-1)
  const moved = { ...asked, click_trans_id: id.slice(0, -1), service_id: `${last}${asked.service_id}` }
  expect((await send('prepare', form(moved))).error).toBe(-8)
  const shorter = { ...asked, merchant_trans_id: `${placed.number}1`, amount: '00000.00' }
  expect((await send('prepare', form(shorter))).error).toBe(-5)
  const timed = { ...asked, amount: '100000.', action: '0', sign_time: `00${asked.sign_time}` }
  expect((await send('prepare', form({ ...timed }))).error).not.toBe(0)
  const { merchant_prepare_id: prepareId } = await prepare(id)
  const completing = signed(fields({ click_trans_id: id, action: '1', merchant_prepare_id: `${prepareId}` }))
  const swallowed = { ...completing, merchant_prepare_id: `${prepareId}1`, amount: '00000.00' }
  expect((await send('complete', form(swallowed))).error).toBe(-6)
  expect(await see()).toMatchObject(unpaid)
})

it('answers a repeated Prepare alike, and another attempt with another id', async () => {
  const id = newId()
  const first = await prepare(id)
  expect(await prepare(id)).toEqual(first)
  const other = await prepare(newId())
  expect(other.error).toBe(0)
  expect(other.merchant_prepare_id).not.toBe(first.merchant_prepare_id)
})

it('keeps ids of 64 bits whole', async () => {
  const id = '9007199254740993'
  const { text } = await prepare(id)
  expect(text).toContain(`"click_trans_id":${id},`)
})

it('ties an attempt to the first order it was seen with', async () => {
  const id = newId()
  const { merchant_prepare_id: prepareId } = await prepare(id)
  const before = placed
  placed = await order({ var_a1: 1 }, 'click')
  expect((await prepare(id)).error).toBe(-6)
  expect((await complete(id, prepareId)).error).toBe(-6)
  expect(await see()).toMatchObject(unpaid)
  placed = before
  expect((await complete(id, prepareId)).error).toBe(0)
})

it('changes nothing for who has not signed, whatever the error says', async () => {
  const id = newId()
  const { merchant_prepare_id: prepareId } = await prepare(id)
  for (const error of ['0', '-5017']) {
    const forged = fields({ click_trans_id: id, action: '1', merchant_prepare_id: `${prepareId}`, error })
    expect((await send('complete', form({ ...forged, sign_string: 'f'.repeat(32) }))).error).toBe(-1)
  }
  expect((await complete(id, prepareId)).error).toBe(0)
})

it('has one effect when the call comes ten times at the same moment', async () => {
  const id = newId()
  const prepares = await Promise.all(Array.from({ length: 10 }, () => prepare(id)))
  expect(new Set(prepares.map(({ text }) => text)).size).toBe(1)
  const prepareId = prepares[0]?.merchant_prepare_id
  const answers = await Promise.all(Array.from({ length: 10 }, () => complete(id, prepareId)))
  expect(answers.map(({ error }) => error).sort()).toEqual([-4, -4, -4, -4, -4, -4, -4, -4, -4, 0])
  expect(await see()).toMatchObject(paid)
})

it('keeps every call that was signed', async () => {
  const id = newId()
  await prepare(id)
  await prepare(id)
  const { rows } = await pool.query(
    `select repeats, alarm, body from provider_callback where provider = 'click' and event_key = $1`,
    [`prepare:${id}:0`],
  )
  expect(rows).toMatchObject([{ repeats: 1, alarm: false }])
  expect(rows[0].body).not.toContain('sign_string=0')
})
