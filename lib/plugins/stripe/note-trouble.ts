import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import { recordFinding } from '@/lib/payment'
import type { StripeEvent } from './read-event'
import { findPaid } from './session'
import { toldId } from './told-id'

const schema = z.object({
  id: z.string(),
  payment_intent: toldId.nullish(),
  amount: z.number().nullish(),
  currency: z.string().nullish(),
  reason: z.string().nullish(),
  failure_reason: z.string().nullish(),
  status: z.string().nullish(),
})

/** A dispute, or a refund that the buyer's bank sent back: somebody has to answer Stripe, and soon. */
export const noteTrouble = async (tx: Tx, event: StripeEvent): Promise<void> => {
  const told = schema.parse(event.data.object)
  const session = told.payment_intent ? await findPaid(tx, told.payment_intent) : undefined
  const words = [told.status, told.reason ?? told.failure_reason, `${told.amount ?? '?'} ${told.currency ?? ''}`]
  await recordFinding(tx, {
    provider: 'stripe',
    ref: told.id,
    kind: event.type,
    paymentId: session?.payment_id,
    orderNumber: session?.number,
    outcome: event.type === 'charge.dispute.closed' ? 'nothing' : 'person',
    detail: words.filter(Boolean).join(', '),
  })
}
