import { sql } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import type { GatewayLookup, LookupOutcome } from '@/lib/payment/ports'
import { stripeClient } from './client'
import { listSessions, type Session } from './session'

async function ask({ id, amount }: Session): Promise<LookupOutcome> {
  const session = await stripeClient().checkout.sessions.retrieve(id)
  const { payment_intent, payment_status, status, amount_total, currency } = session
  if (payment_status === 'paid') {
    const intent = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id
    const inUzs = currency?.toLowerCase() === 'uzs'
    return { status: 'paid', providerRef: intent ?? id, amount: money(inUzs ? (amount_total ?? amount) : 0, 'UZS') }
  }
  return { status: status === 'expired' ? 'none' : 'pending' }
}

/** For the reconciler: a buyer may have paid any of the sessions that were opened for the payment. */
export async function lookupStripe({ paymentId }: GatewayLookup): Promise<LookupOutcome> {
  let found: LookupOutcome = { status: 'none' }
  for (const session of await listSessions(sql, paymentId)) {
    const answer = await ask(session)
    if (answer.status === 'paid') return answer
    if (answer.status === 'pending') found = answer
  }
  return found
}
