import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { env } from '@/lib/kernel/env'
import { money } from '@/lib/kernel/money'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { order, seedMarket } from '@/lib/order/test-market'
import { paymentIdOf } from '@/lib/payment'
import { FakeStripe } from './fake-stripe'
import { lookupStripe } from './lookup-stripe'
import { openSession } from './open-session'
import { refundStripe } from './refund-stripe'

const fake = new FakeStripe()
const TOTAL = 10_000_000

beforeAll(async () => {
  await seedMarket(await testDb(), 1000)
  Object.assign(env, {
    STRIPE_SECRET_KEY: 'sk_test_only_for_these_tests',
    STRIPE_API_HOST: '127.0.0.1',
    STRIPE_API_PORT: await fake.listen(),
    STRIPE_API_PROTOCOL: 'http',
  })
})
afterAll(async () => {
  fake.close()
  await dropTestDbs()
})

let placed: Awaited<ReturnType<typeof order>>
const invoice = () => ({
  paymentId: paymentIdOf(placed.orderId, 'stripe'),
  orderId: placed.orderId,
  number: placed.number,
  amount: money(TOTAL, 'UZS'),
  locale: 'uz' as const,
  returnUrl: `https://bozor.example/uz/orders/${placed.number}`,
})
const idOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? ''
let session: string

beforeEach(async () => {
  placed = await order({ var_a1: 1 }, 'stripe')
  session = idOf(await openSession(invoice()))
})

const refund = (amount: number, refundId: `rfd_${string}`) => {
  const { paymentId, number } = invoice()
  const providerRef = `pi_${session.slice(8)}`
  return refundStripe({
    refundId,
    paymentId,
    number,
    providerRef,
    amount: money(amount, 'UZS'),
    captured: money(TOTAL, 'UZS'),
  })
}

it('gives money back once under one key', async () => {
  fake.pay(session)
  const made = fake.refunds.size
  expect(await refund(1_000_000, `rfd_${placed.number}`)).toEqual({ status: 'done' })
  expect(await refund(1_000_000, `rfd_${placed.number}`)).toEqual({ status: 'done' })
  expect(fake.refunds.size).toBe(made + 1)
  expect(await refund(TOTAL, `rfd_2${placed.number}`)).toEqual({
    status: 'manual',
    note: 'stripe-refused:charge_already_refunded',
  })
})

it('asks what became of a refund that was pending', async () => {
  fake.pay(session)
  fake.refundStatus = 'pending'
  expect(await refund(1_000_000, `rfd_p${placed.number}`)).toEqual({ status: 'pending' })
  fake.refundStatus = 'succeeded'
  for (const one of fake.refunds.values()) one['status'] = 'succeeded'
  expect(await refund(1_000_000, `rfd_p${placed.number}`)).toEqual({ status: 'done' })
})

it('tells the reconciler what Stripe knows', async () => {
  const asked = { ...invoice(), providerRef: null }
  expect(await lookupStripe(asked)).toEqual({ status: 'pending' })
  fake.pay(session)
  expect(await lookupStripe(asked)).toEqual({
    status: 'paid',
    providerRef: `pi_${session.slice(8)}`,
    amount: money(TOTAL, 'UZS'),
  })
})
