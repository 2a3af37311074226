import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { GatewayRefund, PaymentGateway, RefundOutcome } from '@/lib/payment/ports'
import { checkoutLink } from './checkout-link'
import { paymeRecords } from './payme-records'
import { sweepPayme } from './sweep-payme'

export { answerPayme } from './answer-payme'

/**
 * The Merchant API has no call from us: a person presses the button in Payme's cabinet, which then calls Cancel. The
 * button gives back everything; less than that goes to the buyer by bank.
 */
async function refundByHand(refund: GatewayRefund): Promise<RefundOutcome> {
  const { status } = await paymeRecords.lookup(refund)
  if (status === 'refunded') return { status: 'done' }
  const whole = refund.amount.amount === refund.captured.amount
  return { status: 'manual', note: whole ? 'payme-cabinet' : 'payme-partial-refund' }
}

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
  instant: true,
  refund: refundByHand,
  lookup: paymeRecords.lookup,
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
