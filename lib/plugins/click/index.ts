import { env } from '@/lib/kernel/env'
import { enqueue } from '@/lib/kernel/jobs'
import { on, type Plugin } from '@/lib/kernel/plugin'
import type { PaymentGateway } from '@/lib/payment/ports'
import { lookupClick } from './lookup-click'
import { payLink } from './pay-link'
import { refundClick } from './refund-click'
import { type FiscalJob, submitFiscalItems } from './submit-fiscal-items'

export { answerClick } from './answer-click'

const { CLICK_SERVICE_ID: serviceId, CLICK_MERCHANT_ID: merchantId, CLICK_MERCHANT_USER_ID: merchantUserId } = env

const gateway = (service: string, merchant: string): PaymentGateway => ({
  instant: true,
  createInvoice: async ({ number, amount, returnUrl }) => ({
    url: payLink({
      serviceId: service,
      merchantId: merchant,
      merchantUserId,
      number,
      amount: amount.amount,
      returnUrl,
    }),
  }),
  // The Merchant API has users of its own: without one there is nobody to ask.
  ...(merchantUserId ? { refund: refundClick, lookup: lookupClick } : {}),
})

type Captured = { type: 'PaymentCaptured'; data: FiscalJob & { provider: string } }
const SUBMIT = 'submit-click-fiscal'

/** Where receipts are set up; what only the simulator has taken is no sale. */
const askForReceipt = on<Captured>(async (tx, { data: { provider, orderId, providerRef } }) => {
  if (provider !== 'click' || !merchantUserId || !env.CLICK_PACKAGE_CODE) return
  await enqueue(tx, SUBMIT, providerRef, { orderId, providerRef }, { startAfterSeconds: 5 })
})

/** On where a service is set; in a demo without one the simulator stands in and calls the same endpoints. */
export const click: Plugin = {
  name: 'click',
  policies: { PaymentCaptured: askForReceipt },
  functions: { [SUBMIT]: submitFiscalItems },
  ...(serviceId && merchantId && env.CLICK_SECRET
    ? { provides: { 'gateway:click': gateway(serviceId, merchantId) } }
    : {}),
}
