import { createHash, createHmac, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Play } from './callbacks'

/** Given to the web process: the bench plays Stripe; sessions are the simulator's, which needs no key. */
export const stripeKeys = { STRIPE_WEBHOOK_SECRET: 'whsec_bench_0123456789' }

const mark = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)

/** What Stripe sends for a payment that goes well: the event, the same again, and its twin. */
export function playStripe(url: string): Play {
  const pool = new pg.Pool({ connectionString: url, max: 4, allowExitOnIdle: true })
  const sessions = new Map<string, string>()
  const sessionOf = async (number: string): Promise<string> => {
    if (!sessions.has(number)) {
      const { rows } = await pool.query<{ id: string; number: string }>('select id, number from stripe_session')
      for (const row of rows) sessions.set(row.number, row.id)
    }
    return sessions.get(number) ?? ''
  }
  return async ({ number, total }, send) => {
    const id = await sessionOf(number)
    const object = {
      id,
      object: 'checkout.session',
      livemode: false,
      status: 'complete',
      payment_status: 'paid',
      amount_total: total,
      currency: 'uzs',
      payment_intent: `pi_${mark(id)}`,
    }
    const tell = async (event: string, type: string) => {
      const seconds = Math.floor(Date.now() / 1000)
      const body = JSON.stringify({ id: event, object: 'event', type, livemode: false, data: { object } })
      const signature = createHmac('sha256', stripeKeys.STRIPE_WEBHOOK_SECRET)
        .update(`${seconds}.${body}`)
        .digest('hex')
      const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${seconds},v1=${signature}` }
      const answer = await send({ path: '/api/payments/stripe', headers, body })
      if (!/"received"|"result"/.test(answer)) throw new Error(`Stripe was answered: ${answer.slice(0, 300)}`)
    }
    const first = `evt_${randomUUID()}`
    await tell(first, 'checkout.session.completed')
    await tell(first, 'checkout.session.completed')
    await tell(`evt_${randomUUID()}`, 'checkout.session.async_payment_succeeded')
  }
}
