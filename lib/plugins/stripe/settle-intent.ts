import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, type Money, money } from '@/lib/kernel/money'
import { disputeByProvider, recordFinding, refundByProvider, returnRefund } from '@/lib/payment'
import type { ProviderDispute } from '@/lib/payment/ports'
import { findPaid, type Session } from './session'

type Refusal = { ref: string; kind: string; amount: Money; code: string }

const callPerson = (tx: Tx, session: Session, { ref, kind, amount, code }: Refusal) =>
  recordFinding(tx, {
    provider: 'stripe',
    ref,
    kind,
    paymentId: session.payment_id,
    orderNumber: session.number,
    amount,
    outcome: 'person',
    detail: code,
  })

type Failed = { id: string; refund_id: Id<'rfd'> | null; amount: number; currency: Currency; reason: string }

async function settleFailed(tx: Tx, session: Session, intent: string): Promise<void> {
  const { rows } = await tx.query<Failed>(
    `update stripe_refund_failed set settled = true where payment_intent = $1 and not settled
     returning id, refund_id, amount, currency, reason`,
    [intent],
  )
  for (const { id, refund_id, reason, ...worth } of rows) {
    const amount = money(worth.amount, worth.currency)
    const returned = await returnRefund(tx, { paymentId: session.payment_id, refundId: refund_id, amount, reason })
    if (!returned.ok) await callPerson(tx, session, { ref: id, kind: 'refund-returned', amount, code: returned.code })
  }
}

type Disputed = { id: string; amount: number; currency: Currency; outcome: ProviderDispute['outcome'] }

async function settleDisputes(tx: Tx, session: Session, intent: string): Promise<void> {
  const { rows } = await tx.query<Disputed>(
    'select id, amount, currency, outcome from stripe_dispute where payment_intent = $1 order by id',
    [intent],
  )
  for (const { id: ref, outcome, ...worth } of rows) {
    const amount = money(worth.amount, worth.currency)
    const told = await disputeByProvider(tx, { paymentId: session.payment_id, ref, amount, outcome })
    if (!told.ok) await callPerson(tx, session, { ref, kind: 'dispute', amount, code: told.code })
  }
}

/** What Stripe has sent to the buyer, less what did not arrive, and what lost disputes took. */
const goneSql = `
  select sum(amount)::bigint as amount, max(currency) as currency, bool_or(failed) as failed
    from (select amount, currency, false as failed from stripe_refunded where payment_intent = $1
          union all select -amount, currency, true from stripe_refund_failed where payment_intent = $1
          union all select amount, currency, false from stripe_dispute
                     where payment_intent = $1 and outcome = 'buyer') told`

type Gone = { amount: number | null; currency: Currency; failed: boolean }

async function settleTotal(tx: Tx, session: Session, intent: string): Promise<void> {
  const { rows } = await tx.query<Gone>(goneSql, [intent])
  const gone = rows[0]
  if (!gone || gone.amount === null || gone.amount <= 0) return
  const totalRefunded = money(gone.amount, gone.currency)
  const settled = await refundByProvider(tx, { paymentId: session.payment_id, totalRefunded, reason: 'stripe' })
  const refused = settled.ok ? null : settled.code
  // Stripe does not say whether its total still counts a refund that failed: a person compares.
  const code = refused ?? (gone.failed ? 'refunded-after-failure' : null)
  if (code) await callPerson(tx, session, { ref: intent, kind: 'refunded-there', amount: totalRefunded, code })
}

/**
 * What Stripe has told of a payment's refunds and disputes, made true of it as soon as there is one: everything of it
 * each time, so that the order in which it was told does not matter. What does not fit is for a person.
 */
export async function settleIntent(tx: Tx, paymentIntent: string): Promise<void> {
  const session = await findPaid(tx, paymentIntent)
  if (!session) return
  await settleFailed(tx, session, paymentIntent)
  await settleDisputes(tx, session, paymentIntent)
  await settleTotal(tx, session, paymentIntent)
}
