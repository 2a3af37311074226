import Stripe from 'stripe'
import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'

/** Below the fifteen seconds that a request of ours may take. */
const TIMEOUT_MS = 5_000

const open = (key: string) =>
  new Stripe(key, {
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 0,
    telemetry: false,
    protocol: env.STRIPE_API_PROTOCOL,
    ...(env.STRIPE_API_HOST ? { host: env.STRIPE_API_HOST } : {}),
    ...(env.STRIPE_API_PORT ? { port: env.STRIPE_API_PORT } : {}),
  })

let client: Stripe | undefined

export const stripeClient = (): Stripe => {
  if (!env.STRIPE_SECRET_KEY) throw new Error('Stripe is not configured')
  return (client ??= open(env.STRIPE_SECRET_KEY))
}

export const webhookSecret = (): string | undefined => env.STRIPE_WEBHOOK_SECRET ?? demoKey('stripe')

/** Which of Stripe's two worlds is ours: the other one's money is none. */
export const livemode = (): boolean => /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY ?? '')
