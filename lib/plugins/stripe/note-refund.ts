import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import { livemode } from './client'
import type { StripeEvent } from './read-event'
import { settleIntent } from './settle-intent'
import { toldId } from './told-id'

const chargeSchema = z.object({
  id: z.string(),
  payment_intent: toldId.nullish(),
  amount_refunded: z.int().min(0),
  currency: z.string(),
})

/** Totals only grow, so that an old event that comes late takes nothing back. */
export async function noteRefund(tx: Tx, event: StripeEvent): Promise<void> {
  const charge = chargeSchema.parse(event.data.object)
  if (!charge.payment_intent || event.livemode !== livemode()) return
  await tx.query(
    `insert into stripe_refunded as r (payment_intent, amount, currency) values ($1, $2, $3)
     on conflict (payment_intent) do update set amount = greatest(r.amount, excluded.amount), updated_at = now()`,
    [charge.payment_intent, charge.amount_refunded, charge.currency.toUpperCase()],
  )
  await settleIntent(tx, charge.payment_intent)
}
