import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import { livemode } from './client'
import { noteTrouble } from './note-trouble'
import type { StripeEvent } from './read-event'
import { settleIntent } from './settle-intent'
import { toldId } from './told-id'

const refundSchema = z.object({
  id: z.string(),
  payment_intent: toldId.nullish(),
  amount: z.int().positive(),
  currency: z.string(),
  status: z.string().nullish(),
  failure_reason: z.string().nullish(),
  metadata: z.object({ refund: z.string().optional() }).nullish(),
})

const failed = ['failed', 'canceled']

/** The buyer's bank sent it back, days after it had succeeded perhaps. Told by several events, it counts once. */
export async function noteFailedRefund(tx: Tx, event: StripeEvent): Promise<void> {
  const told = refundSchema.parse(event.data.object)
  if (event.type !== 'refund.failed' && !failed.includes(told.status ?? '')) return
  await noteTrouble(tx, event)
  if (!told.payment_intent || event.livemode !== livemode()) return
  const reason = `stripe-refund-${told.failure_reason ?? told.status ?? 'failed'}`
  await tx.query(
    `insert into stripe_refund_failed (id, payment_intent, refund_id, amount, currency, reason)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [
      told.id,
      told.payment_intent,
      told.metadata?.refund ?? null,
      told.amount,
      told.currency.toUpperCase(),
      reason.slice(0, 100),
    ],
  )
  await settleIntent(tx, told.payment_intent)
}
