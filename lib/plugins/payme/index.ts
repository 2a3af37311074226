import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { PaymentGateway } from '@/lib/payment/ports'
import { checkoutLink } from './checkout-link'
import { paymeRecords } from './payme-records'
import { sweepPayme } from './sweep-payme'

export { answerPayme } from './answer-payme'

/** The Merchant API has no call from us: a person presses the button in Payme's cabinet, which then calls Cancel. */
const refundByHand = async () => ({ status: 'manual', note: 'payme-cabinet' }) as const

const gateway = (kassa: string): PaymentGateway => ({
  createInvoice: async ({ number, amount, locale, returnUrl }) => ({
    url: checkoutLink({
      checkout: env.PAYME_CHECKOUT_URL,
      kassa,
      accountField: env.PAYME_ACCOUNT_FIELD,
      number,
      amount: amount.amount,
      locale,
      returnUrl,
    }),
  }),
  refund: refundByHand,
  ...paymeRecords,
})

/** On where a kassa is set; in a demo without one the simulator stands in and calls the same endpoint. */
export const payme: Plugin = {
  name: 'payme',
  provides: {
    'records:payme': paymeRecords,
    ...(env.PAYME_KASSA && env.PAYME_KEY ? { 'gateway:payme': gateway(env.PAYME_KASSA) } : {}),
  },
  functions: { 'sweep-payme': sweepPayme },
  every: { 'sweep-payme': 60 },
}
