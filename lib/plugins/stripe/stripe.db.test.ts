import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { captureFor, listPayments } from '@/lib/payment'
import { expireSessions } from './expire-sessions'
import { webhook } from './fake-stripe'
import { openSession } from './open-session'
import {
  deliver,
  fake,
  orderByStripe,
  post,
  secret,
  sessionIdOf,
  startStripe,
  stopStripe,
  TOTAL,
} from './stripe-fixture'

let pool: pg.Pool
beforeAll(async () => {
  pool = await startStripe()
})
afterAll(stopStripe)

let placed: Awaited<ReturnType<typeof orderByStripe>>
let session: string
beforeEach(async () => {
  placed = await orderByStripe()
  session = placed.session
})

const COMPLETED = 'checkout.session.completed'
const see = () => placed.see()
const paid = { status: 'paid', paidTotal: { amount: TOTAL } }
const unpaid = { status: 'placed', paidTotal: { amount: 0 } }
const findings = async (ref: string) =>
  (await pool.query('select kind, outcome from payment_finding where ref = $1', [ref])).rows

it('opens one session in tiyin, under the payment as its key, that ends with the hold', async () => {
  const call = fake.calls.findLast(({ key }) => key === placed.invoice.paymentId)
  expect(call?.fields).toMatchObject({
    mode: 'payment',
    'line_items[0][price_data][currency]': 'uzs',
    'line_items[0][price_data][unit_amount]': String(TOTAL),
    'metadata[order]': placed.number,
    success_url: placed.invoice.returnUrl,
    cancel_url: placed.invoice.returnUrl,
  })
  expect(sessionIdOf(await openSession(placed.invoice))).toBe(session)
  const { rows } = await pool.query(
    `select bool_and(r.expires_at > s.expires_at) as held, min(s.expires_at) < now() + interval '40 minutes' as soon
       from reservation r, stripe_session s where r.order_id = $1 and s.id = $2`,
    [placed.orderId, session],
  )
  expect(rows).toEqual([{ held: true, soon: true }])
})

it('asks again under another key where the first was used with other words', async () => {
  await pool.query('delete from stripe_session where id = $1', [session])
  expect(sessionIdOf(await openSession({ ...placed.invoice, locale: 'ru' }))).not.toBe(session)
})

it('pays when the session is paid, once, however often it is told', async () => {
  const told = fake.pay(session)
  expect(await deliver(COMPLETED, told)).toBe(200)
  expect(await see()).toMatchObject(paid)
  const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(COMPLETED, told)))
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(await deliver('checkout.session.async_payment_succeeded', told)).toBe(200)
  expect(await deliver(COMPLETED, told, { id: 'evt_another_delivery_endpoint' })).toBe(200)
  const payments = await listPayments(placed.orderId)
  expect(payments).toMatchObject([{ captured: { amount: TOTAL }, refunded: { amount: 0 } }])
})

it('waits for the money of a session that is only complete', async () => {
  const told = fake.pay(session)
  expect(await deliver(COMPLETED, { ...told, payment_status: 'unpaid' })).toBe(200)
  expect(await deliver(COMPLETED, { ...told, payment_status: 'no_payment_required' })).toBe(200)
  expect(await see()).toMatchObject(unpaid)
  expect(await deliver('checkout.session.async_payment_succeeded', told)).toBe(200)
  expect(await see()).toMatchObject(paid)
})

it('does not mind the order: success first, then the rest', async () => {
  const told = fake.pay(session)
  await deliver('checkout.session.async_payment_succeeded', told)
  await deliver(COMPLETED, { ...told, payment_status: 'unpaid' })
  await deliver('checkout.session.expired', told)
  expect(await see()).toMatchObject(paid)
})

it.each([
  ['wrong-amount', { amount_total: TOTAL - 1 }, {}],
  ['wrong-amount', { amount_total: null }, {}],
  ['wrong-currency', { currency: 'usd' }, {}],
  ['wrong-livemode', {}, { livemode: true }],
  ['wrong-livemode', { livemode: true }, {}],
])('is never paid by something else: %s', async (kind, change, options) => {
  expect(await deliver(COMPLETED, { ...fake.pay(session), ...change }, options)).toBe(200)
  expect(await see()).toMatchObject(unpaid)
  expect(await findings(session)).toEqual([{ kind, outcome: 'person' }])
})

it('is never paid by a session that is not ours', async () => {
  const stranger = { ...fake.pay(session), id: `cs_test_stranger${placed.number}` }
  expect(await deliver(COMPLETED, stranger)).toBe(200)
  expect(await see()).toMatchObject(unpaid)
  expect(await findings(stranger.id)).toEqual([{ kind: 'unknown-session', outcome: 'person' }])
})

it('answers 400 to who has not signed, or long ago, or in the future', async () => {
  const told = fake.pay(session)
  const now = Math.floor(Date.now() / 1000)
  expect(await deliver(COMPLETED, told, { secret: 'whsec_wrong' })).toBe(400)
  expect(await deliver(COMPLETED, told, { seconds: now - 400 })).toBe(400)
  expect(await deliver(COMPLETED, told, { seconds: now + 400 })).toBe(400)
  expect((await post('{}', null)).status).toBe(400)
  expect(await see()).toMatchObject(unpaid)
})

it('answers 4xx to an event that it cannot read', async () => {
  expect(await deliver(COMPLETED, { id: 7 })).toBe(422)
  const nothing = webhook(COMPLETED, {}, { secret })
  const body = 'not json'
  expect((await post(body, nothing.header)).status).toBe(400)
  expect(await deliver('customer.created', { id: 'cus_1' })).toBe(200)
})

it('does not believe an event that comes again with another payload', async () => {
  const told = fake.pay(session)
  const id = `evt_twice${placed.number}`
  await deliver(COMPLETED, { ...told, payment_status: 'unpaid' }, { id })
  expect(await deliver(COMPLETED, told, { id })).toBe(200)
  expect(await see()).toMatchObject(unpaid)
  const { rows } = await pool.query('select alarm from provider_callback where event_key = $1', [id])
  expect(rows).toEqual([{ alarm: true }])
})

it('gives back what came while another provider was faster', async () => {
  const total = money(TOTAL, 'UZS')
  const paying = { id: placed.orderId, number: placed.number, total, state: 'payable' } as const
  const providerRef = `p${placed.number}`
  await transact((tx) => captureFor(tx, { order: paying, provider: 'payme', amount: total, providerRef }))
  await expireSessions({ orderId: placed.orderId })
  expect(fake.sessions.get(session)?.['status']).toBe('expired')
  await deliver(COMPLETED, fake.pay(session))
  const stripe = (await listPayments(placed.orderId)).filter(({ provider }) => provider === 'stripe')
  expect(stripe).toMatchObject([{ captured: { amount: TOTAL }, refunded: { amount: TOTAL } }])
})

it('opens a new session when the first has ended, and takes money for either', async () => {
  await deliver('checkout.session.expired', fake.sessions.get(session) ?? {})
  expect(await see()).toMatchObject(unpaid)
  const second = sessionIdOf(await openSession(placed.invoice))
  expect(second).not.toBe(session)
  await deliver(COMPLETED, fake.pay(second))
  expect(await see()).toMatchObject(paid)
  await deliver(COMPLETED, fake.pay(session))
  const payments = await listPayments(placed.orderId)
  expect(payments.map(({ status, refunded }) => [status, refunded.amount]).sort()).toEqual([
    ['captured', 0],
    ['captured_excess', TOTAL],
  ])
})

it('counts what Stripe gave back by itself, even when it says so before the payment', async () => {
  const told = fake.pay(session)
  const charge = { id: `ch_${placed.number}`, payment_intent: told['payment_intent'], currency: 'uzs' }
  expect(await deliver('charge.refunded', { ...charge, amount_refunded: 4_000_000 })).toBe(200)
  await deliver(COMPLETED, told)
  const refunded = async () => (await listPayments(placed.orderId))[0]?.refunded.amount
  expect(await refunded()).toBe(4_000_000)
  await deliver('charge.refunded', { ...charge, amount_refunded: TOTAL })
  await deliver('charge.refunded', { ...charge, amount_refunded: 5_000_000 })
  expect(await refunded()).toBe(TOTAL)
  expect((await see())?.refundedTotal.amount).toBe(TOTAL)
})
