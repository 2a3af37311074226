import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { money } from '@/lib/kernel/money'
import { lookupStripe } from './lookup-stripe'
import { refundStripe } from './refund-stripe'
import { fake, orderByStripe, startStripe, stopStripe, TOTAL } from './stripe-fixture'

beforeAll(startStripe)
afterAll(stopStripe)

let placed: Awaited<ReturnType<typeof orderByStripe>>
let session: string
beforeEach(async () => {
  placed = await orderByStripe()
  session = placed.session
})

const refund = (amount: number, refundId: `rfd_${string}`) => {
  const { paymentId, number } = placed.invoice
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
  const asked = { ...placed.invoice, providerRef: null }
  expect(await lookupStripe(asked)).toEqual({ status: 'pending' })
  fake.pay(session)
  expect(await lookupStripe(asked)).toEqual({
    status: 'paid',
    providerRef: `pi_${session.slice(8)}`,
    amount: money(TOTAL, 'UZS'),
  })
})
