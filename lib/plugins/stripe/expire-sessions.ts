import Stripe from 'stripe'
import { sql, type Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { enqueue } from '@/lib/kernel/jobs'
import { stripeClient } from './client'
import { closeSession, listOpen } from './session'

const JOB = 'expire-stripe-sessions'

export async function askToExpire(tx: Tx, orderId: string): Promise<void> {
  const open = await listOpen(tx, orderId)
  if (open.length > 0) await enqueue(tx, JOB, `${orderId}:${open.length}`, { orderId })
}

/** A refusal means that it has just ended or been paid: its own event tells which. */
async function expire(id: string): Promise<boolean> {
  try {
    await stripeClient().checkout.sessions.expire(id)
    return true
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return false
    throw error
  }
}

/** An order that is paid or gone must not be paid again in a tab that was left open. */
export async function expireSessions({ orderId }: { orderId: string }): Promise<void> {
  for (const { id } of await listOpen(sql, orderId)) {
    if (!env.STRIPE_SECRET_KEY || (await expire(id))) await closeSession(sql, id, 'expired')
  }
}
