import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import type { ProviderDispute } from '@/lib/payment/ports'
import { livemode } from './client'
import { noteTrouble } from './note-trouble'
import type { StripeEvent } from './read-event'
import { settleIntent } from './settle-intent'
import { toldId } from './told-id'

const disputeSchema = z.object({
  id: z.string(),
  payment_intent: toldId.nullish(),
  amount: z.int().positive(),
  currency: z.string(),
  status: z.string(),
})

const outcomes: Record<string, ProviderDispute['outcome']> = {
  won: 'shop',
  warning_closed: 'shop',
  prevented: 'shop',
  lost: 'buyer',
}

/** A dispute ends once: whatever is told of it afterwards, late, opens it no more. Somebody still has to answer Stripe. */
export async function noteDispute(tx: Tx, event: StripeEvent): Promise<void> {
  const { id, payment_intent, amount, currency, status } = disputeSchema.parse(event.data.object)
  await noteTrouble(tx, event)
  if (!payment_intent || event.livemode !== livemode()) return
  await tx.query(
    `insert into stripe_dispute as d (id, payment_intent, amount, currency, outcome) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set outcome = excluded.outcome, amount = excluded.amount, updated_at = now()
      where d.outcome = 'open' and excluded.outcome <> 'open'`,
    [id, payment_intent, amount, currency.toUpperCase(), outcomes[status] ?? 'open'],
  )
  await settleIntent(tx, payment_intent)
}
