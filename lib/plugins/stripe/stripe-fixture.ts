import type pg from 'pg'
import { env } from '@/lib/kernel/env'
import { type Money, money } from '@/lib/kernel/money'
import { boot } from '@/lib/kernel/plugin'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { paymentIdOf } from '@/lib/payment'
import { plugins } from '@/lib/plugins'
import { answerStripe } from '.'
import { FakeStripe, type WebhookOptions, webhook } from './fake-stripe'
import { openSession } from './open-session'
import { refundStripe } from './refund-stripe'

export const fake = new FakeStripe()
export const secret = 'whsec_only_for_these_tests'
/** Of one `var_a1`, in tiyin. */
export const TOTAL = 10_000_000

const gateway = { createInvoice: openSession, refund: refundStripe }

/** A market whose Stripe is the fake. */
export async function startStripe(): Promise<pg.Pool> {
  const pool = await testDb()
  boot([{ name: 'asked', provides: { 'gateway:stripe': gateway } }, ...plugins])
  await seedMarket(pool, 1000)
  Object.assign(env, {
    STRIPE_SECRET_KEY: 'sk_test_only_for_these_tests',
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_HOST: '127.0.0.1',
    STRIPE_API_PORT: await fake.listen(),
    STRIPE_API_PROTOCOL: 'http',
  })
  return pool
}

export async function stopStripe(): Promise<void> {
  fake.close()
  await dropTestDbs()
}

export const sessionIdOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? ''

type Placed = { orderId: `ord_${string}`; number: string; total: Money }

export const invoiceOf = ({ orderId, number, total }: Placed) => ({
  paymentId: paymentIdOf(orderId, 'stripe'),
  orderId,
  number,
  amount: total,
  locale: 'uz' as const,
  returnUrl: `https://bozor.example/uz/orders/${number}`,
})

/** An order with a session that waits for its buyer. */
export async function orderByStripe(wish: Record<string, number> = { var_a1: 1 }) {
  const placed = await order(wish, 'stripe')
  const invoice = invoiceOf(placed)
  const session = sessionIdOf(await openSession(invoice))
  const see = () => getOrder({ id: placed.orderId }, { token: placed.accessToken })
  return { ...placed, total: money(placed.total.amount, 'UZS'), invoice, session, see }
}

export const post = (body: string, header: string | null) =>
  answerStripe(
    new Request('http://localhost/api/payments/stripe', {
      method: 'POST',
      headers: header ? { 'stripe-signature': header } : {},
      body,
    }),
    '127.0.0.1',
  )

export const deliver = async (type: string, object: object, options: Partial<WebhookOptions> = {}) => {
  const { body, header } = webhook(type, object, { secret, ...options })
  return (await post(body, header)).status
}
