import { now } from '@/lib/kernel/clock'
import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import type { Plugin } from '@/lib/kernel/plugin'
import type { PaymentGateway } from '@/lib/payment/ports'
import { checkoutLink } from './checkout-link'
import { TIMEOUT_REASON } from './methods'
import { LIFE_MS } from './transaction'

export { answerPayme } from './answer-payme'

const gateway = (kassa: string): PaymentGateway => ({
  createInvoice: async ({ number, amount, locale, returnUrl }) => ({
    url: checkoutLink({
      kassa,
      accountField: env.PAYME_ACCOUNT_FIELD,
      number,
      amount: amount.amount,
      locale,
      returnUrl,
    }),
  }),
})

/** Nobody calls about an abandoned checkout: its transaction is closed here, and the order is free again. */
const sweepPayme = () =>
  sql.query(
    'update payme_transaction set state = -1, reason = $2, cancel_time = $1 where state = 1 and time < $1 - $3::bigint',
    [now().getTime(), TIMEOUT_REASON, LIFE_MS],
  )

/** On where a kassa is set; in a demo without one the simulator stands in and calls the same endpoint. */
export const payme: Plugin = {
  name: 'payme',
  ...(env.PAYME_KASSA && env.PAYME_KEY ? { provides: { 'gateway:payme': gateway(env.PAYME_KASSA) } } : {}),
  functions: { 'sweep-payme': sweepPayme },
  every: { 'sweep-payme': 60 },
}
