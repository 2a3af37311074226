import { createHash, createHmac } from 'node:crypto'
import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { demoKey } from '@/lib/payment'
import type { Payment } from '@/lib/payment/schema'
import type { Paying, Play } from './endings'
import type { Send } from './exchange'

type Event = { id: string; type: string; object: object }

const mark = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)

/** The session that the simulator opened for the payment. */
export const simulatedSession = (paymentId: string): string => `cs_test_${mark(paymentId)}`

const sessionOf = ({ id, amount }: Payment, status: 'paid' | 'unpaid', less = 0) => ({
  id: simulatedSession(id),
  object: 'checkout.session',
  livemode: false,
  mode: 'payment',
  status: 'complete',
  payment_status: status,
  amount_total: amount.amount - less,
  currency: 'uzs',
  payment_intent: `pi_${mark(`intent ${id}`)}`,
})

/** The same event has the same id however often it is sent. */
const event = ({ id }: Payment, type: string, object: object): Event => ({
  id: `evt_${mark(`${id} ${type} ${JSON.stringify(object)}`)}`,
  type,
  object,
})

async function tell(send: Send, { id, type, object }: Event, key?: string): Promise<void> {
  const secret = key ?? env.STRIPE_WEBHOOK_SECRET ?? demoKey('stripe') ?? ''
  const seconds = Math.floor(now().getTime() / 1000)
  const body = JSON.stringify({ id, object: 'event', type, livemode: false, created: seconds, data: { object } })
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': `t=${seconds},v1=${signature}` }
  await send('stripe', headers, body)
}

const COMPLETED = 'checkout.session.completed'
const SUCCEEDED = 'checkout.session.async_payment_succeeded'

function story({ payment }: Paying, ending: Parameters<Play>[2]): Event[] {
  const paid = event(payment, COMPLETED, sessionOf(payment, 'paid'))
  const waiting = event(payment, COMPLETED, sessionOf(payment, 'unpaid'))
  const settled = event(payment, SUCCEEDED, sessionOf(payment, 'paid'))
  const refused = { id: sessionOf(payment, 'unpaid').payment_intent, object: 'payment_intent' }
  switch (ending) {
    case 'pay':
    case 'forged':
      return [paid]
    case 'twice':
      return [paid, paid]
    case 'late':
      return [waiting]
    case 'arrive':
      return [settled]
    case 'out-of-order':
      return [settled, waiting]
    case 'wrong-amount':
      return [event(payment, COMPLETED, sessionOf(payment, 'paid', 1))]
    case 'decline':
      return [event(payment, 'payment_intent.payment_failed', refused)]
    case 'never':
      return []
  }
}

export const playStripe: Play = async (send, paying, ending) => {
  const key = ending === 'forged' ? 'whsec_not_the_secret_of_this_endpoint' : undefined
  for (const one of story(paying, ending)) await tell(send, one, key)
}
