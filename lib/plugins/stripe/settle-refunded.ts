import { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import { recordFinding, refundByProvider } from '@/lib/payment'
import { livemode } from './client'
import type { StripeEvent } from './read-event'
import { findPaid } from './session'

const chargeSchema = z.object({
  id: z.string(),
  payment_intent: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
  amount_refunded: z.int().min(0),
  currency: z.string(),
})

type Refunded = { amount: number; currency: Currency }

/** What is known to have gone back, made true of the payment as soon as there is one. */
export async function settleRefunded(tx: Tx, paymentIntent: string): Promise<void> {
  const { rows } = await tx.query<Refunded>('select amount, currency from stripe_refunded where payment_intent = $1', [
    paymentIntent,
  ])
  const session = await findPaid(tx, paymentIntent)
  const refunded = rows[0]
  if (!session || !refunded) return
  const totalRefunded = money(refunded.amount, refunded.currency)
  const settled = await refundByProvider(tx, { paymentId: session.payment_id, totalRefunded, reason: 'stripe' })
  if (settled.ok) return
  await recordFinding(tx, {
    provider: 'stripe',
    ref: paymentIntent,
    kind: 'refunded-there',
    paymentId: session.payment_id,
    orderNumber: session.number,
    amount: totalRefunded,
    outcome: 'person',
    detail: settled.code,
  })
}

/** Totals only grow, so that an old event that comes late takes nothing back. */
export async function noteRefund(tx: Tx, event: StripeEvent): Promise<void> {
  const charge = chargeSchema.parse(event.data.object)
  if (!charge.payment_intent || event.livemode !== livemode()) return
  await tx.query(
    `insert into stripe_refunded as r (payment_intent, amount, currency) values ($1, $2, $3)
     on conflict (payment_intent) do update set amount = greatest(r.amount, excluded.amount), updated_at = now()`,
    [charge.payment_intent, charge.amount_refunded, charge.currency.toUpperCase()],
  )
  await settleRefunded(tx, charge.payment_intent)
}
