import type { Plugin } from '@/lib/kernel/plugin'
import '@/lib/payment/ports'

/** Paid at the door: there is nowhere to go but the order itself. */
export const cash: Plugin = {
  name: 'cash',
  provides: { 'gateway:cash': { createInvoice: async ({ returnUrl }) => ({ url: returnUrl }), instant: true } },
}
