import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { type Plugin, use } from '@/lib/kernel/plugin'
import type { Invoice, PaymentGateway } from '@/lib/payment/ports'
import { simulatedSession } from './play-stripe'
import { payLate } from './simulate-payment'
import '../stripe/ports'

export { type Simulation, simulations } from './endings'
export type { Exchange } from './exchange'
export { findSimulated, simulatePayment } from './simulate-payment'

const DAY_MS = 86_400_000

/** Our own pay page instead of a provider's. */
const urlOf = ({ paymentId, locale }: Invoice) => ({ url: `${env.APP_URL}/${locale}/pay/${paymentId}` })

/** The money never was anywhere, so it is back at once. */
const refund = async () => ({ status: 'done' }) as const

const gateway: PaymentGateway = { createInvoice: async (invoice) => urlOf(invoice), instant: true, refund }

/** Click's own cabinet takes back whole payments only; so does its double. */
const click: PaymentGateway = {
  ...gateway,
  refund: async ({ amount, captured }) =>
    amount.amount === captured.amount ? { status: 'done' } : { status: 'manual', note: 'click-partial-refund' },
}

/** The webhook believes only in sessions that were opened. */
const stripe: PaymentGateway = {
  refund,
  async createInvoice(invoice) {
    const { paymentId, orderId, number, amount } = invoice
    const { url } = urlOf(invoice)
    const id = simulatedSession(paymentId)
    const expiresAt = new Date(now().getTime() + DAY_MS)
    await use('stripe-sessions').keep({ id, paymentId, orderId, number, amount: amount.amount, url, expiresAt })
    return { url }
  },
}

/** Stands in for every provider that is not configured; listed behind the real ones. Production does not have it. */
export const simulator: Plugin =
  env.APP_ENV === 'demo'
    ? {
        name: 'simulator',
        provides: { 'gateway:payme': gateway, 'gateway:click': click, 'gateway:stripe': stripe },
        functions: { 'simulate-late-payment': payLate },
      }
    : { name: 'simulator' }
