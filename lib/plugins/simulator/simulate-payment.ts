import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { enqueue } from '@/lib/kernel/jobs'
import { use } from '@/lib/kernel/plugin'
import { getPayment } from '@/lib/payment'
import type { Payment } from '@/lib/payment/schema'
import type { Ending, Play, Simulation } from './endings'
import { ownServer, recorder } from './exchange'
import { playClick } from './play-click'
import { playPayme } from './play-payme'
import { playStripe } from './play-stripe'

const LATE_SECONDS = 15

const players = { payme: playPayme, click: playClick, stripe: playStripe } as const satisfies Record<string, Play>
type Played = keyof typeof players

const isPlayed = (provider: string): provider is Played => Object.hasOwn(players, provider)

export type Simulated = { payment: Payment; provider: Played; orderId: string; number: string; open: boolean }

/** Null in production, where nobody can pretend to have paid. */
export async function findSimulated(paymentId: string): Promise<Simulated | null> {
  if (env.APP_ENV !== 'demo') return null
  const payment = await getPayment(paymentId)
  if (!payment || !isPlayed(payment.provider)) return null
  const order = await use('payable-orders').find(sql, { id: payment.orderId })
  const { provider } = payment
  return order && { payment, provider, orderId: order.id, number: order.number, open: order.state === 'payable' }
}

async function play(paymentId: string, ending: Ending, base: string) {
  const found = await findSimulated(paymentId)
  if (!found) return null
  const { send, exchanges } = recorder(base)
  await players[found.provider](send, found, ending)
  return { number: found.number, exchanges }
}

/** The job behind a late callback: what was left of it. */
export const payLate = ({ paymentId }: { paymentId: string }) => play(paymentId, 'arrive', ownServer())

/**
 * Plays one ending of a payment against the real endpoints of `base`. Answers what was said, or null for a payment that
 * does not exist.
 */
export async function simulatePayment(paymentId: string, simulation: Simulation, base = ownServer()) {
  const played = await play(paymentId, simulation, base)
  if (played && simulation === 'late') {
    await enqueue(sql, 'simulate-late-payment', paymentId, { paymentId }, { startAfterSeconds: LATE_SECONDS })
  }
  return played
}
