import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { on, type Plugin, type Reaction } from '@/lib/kernel/plugin'
import type { PaymentGateway } from '@/lib/payment/ports'
import { askToExpire, expireSessions } from './expire-sessions'
import { lookupStripe } from './lookup-stripe'
import { openSession } from './open-session'
import type { StripeSessions } from './ports'
import { refundStripe } from './refund-stripe'
import { keepSession } from './session'

export { answerStripe } from './answer-stripe'

const gateway: PaymentGateway = { createInvoice: openSession, refund: refundStripe, lookup: lookupStripe }
const sessions: StripeSessions = { keep: (session) => keepSession(sql, session) }

type OrderEnded = { type: 'OrderPaid' | 'OrderCancelled'; data: { orderId: string } }
const endSessions: Reaction = on<OrderEnded>((tx, { data }) => askToExpire(tx, data.orderId))

/** On where a key is set; in a demo without one the simulator stands in and calls the same endpoint. */
export const stripe: Plugin = {
  name: 'stripe',
  provides: { 'stripe-sessions': sessions, ...(env.STRIPE_SECRET_KEY ? { 'gateway:stripe': gateway } : {}) },
  policies: { OrderPaid: endSessions, OrderCancelled: endSessions },
  functions: { 'expire-stripe-sessions': expireSessions },
}
