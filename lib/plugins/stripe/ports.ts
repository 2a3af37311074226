import type { Id } from '@/lib/kernel/id'

/** A Checkout Session that is ours: only what Stripe says about one of these can pay an order. */
export type KnownSession = {
  id: string
  paymentId: Id<'pay'>
  orderId: Id<'ord'>
  number: string
  /** Tiyin. */
  amount: number
  url: string
  expiresAt: Date
}

/** The simulator opens sessions without Stripe, which would be unknown to the webhook otherwise. */
export type StripeSessions = { keep(session: KnownSession): Promise<void> }

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'stripe-sessions': StripeSessions
  }
}
