import Stripe from 'stripe'
import type { GatewayRefund, RefundOutcome } from '@/lib/payment/ports'
import { stripeClient } from './client'

/** A capture without a PaymentIntent is known by its session. */
async function intentOf(providerRef: string): Promise<string | null> {
  if (!providerRef.startsWith('cs_')) return providerRef
  const { payment_intent } = await stripeClient().checkout.sessions.retrieve(providerRef)
  return typeof payment_intent === 'string' ? payment_intent : (payment_intent?.id ?? null)
}

/** The first answer is replayed under its key for a day: what became of it is asked for afresh. */
async function freshStatus({ id, status }: Stripe.Refund): Promise<string | null> {
  return status === 'pending' ? (await stripeClient().refunds.retrieve(id)).status : status
}

const refused = (error: unknown): error is Stripe.errors.StripeInvalidRequestError =>
  error instanceof Stripe.errors.StripeInvalidRequestError

/** `refundId` is the idempotency key, and goes along so that an operator finds it in Stripe's dashboard. */
export async function refundStripe({ refundId, number, providerRef, amount }: GatewayRefund): Promise<RefundOutcome> {
  try {
    const intent = await intentOf(providerRef)
    if (!intent) return { status: 'manual', note: 'stripe-payment-unknown' }
    const refund = await stripeClient().refunds.create(
      { payment_intent: intent, amount: amount.amount, metadata: { refund: refundId, order: number } },
      { idempotencyKey: refundId },
    )
    const status = await freshStatus(refund)
    if (status === 'succeeded') return { status: 'done' }
    if (status === 'pending') return { status: 'pending' }
    return { status: 'manual', note: `stripe-refund-${status ?? 'unknown'}` }
  } catch (error) {
    if (!refused(error)) throw error
    return { status: 'manual', note: `stripe-refused:${error.code ?? 'unknown'}` }
  }
}
