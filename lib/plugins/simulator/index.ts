import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { PaymentGateway } from '@/lib/payment/ports'
import { payLate } from './simulate-payment'

export { findSimulated, simulatePayment, simulations } from './simulate-payment'

/** Leads to our own pay page instead of a provider's. */
const gateway: PaymentGateway = {
  createInvoice: async ({ paymentId, locale }) => ({ url: `${env.APP_URL}/${locale}/pay/${paymentId}` }),
}

/** Stands in for every provider that is not configured; listed behind the real ones. Production does not have it. */
export const simulator: Plugin =
  env.APP_ENV === 'demo'
    ? {
        name: 'simulator',
        provides: { 'gateway:payme': gateway, 'gateway:click': gateway, 'gateway:stripe': gateway },
        functions: { 'simulate-late-payment': payLate },
      }
    : { name: 'simulator' }
