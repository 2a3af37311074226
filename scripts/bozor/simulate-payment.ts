import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { boot, use } from '@/lib/kernel/plugin'
import { listPayments, paymentIdOf, startPayment } from '@/lib/payment'
import type { Provider } from '@/lib/payment/schema'
import { plugins } from '@/lib/plugins'
import { type Exchange, type Simulation, simulatePayment } from '@/lib/plugins/simulator'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

export const endings: readonly (readonly [Simulation, string])[] = [
  ['pay', 'the buyer pays; demo only, over the real callbacks, like every sim'],
  ['decline', "the buyer's bank refuses the card"],
  ['twice', 'the callback of one payment comes twice'],
  ['late', 'the callback comes fifteen seconds later, from the worker'],
  ['never', 'the payment begins and does not end'],
  ['out-of-order', 'the end is reported before the beginning'],
  ['forged', 'somebody without the key reports a payment'],
  ['wrong-amount', 'a payment of one tiyin less is reported'],
]

const played = ['payme', 'click', 'stripe'] as const satisfies readonly Provider[]
type Played = (typeof played)[number]
const isPlayed = (name: string | undefined): name is Played => played.some((one) => one === name)

/** The provider that was named, or else the one that the buyer had chosen. */
async function chosen(orderId: string, flags: Flags): Promise<Played> {
  const named = flags.get('provider')
  if (named !== undefined && !isPlayed(named)) throw new UsageError(`--provider is ${played.join(', ')}.`)
  const began = (await listPayments(orderId)).map(({ provider }) => provider).find(isPlayed)
  return named ?? began ?? 'payme'
}

function print({ sent, body, status, answer }: Exchange): void {
  console.log(`→ ${sent}\n  ${body}`)
  console.log(`← ${status}\n  ${answer}\n`)
}

/** Prints what was sent and what was answered, then what has become of the order. */
export async function simulate(ending: Simulation, flags: Flags): Promise<number> {
  if (env.APP_ENV !== 'demo') throw new UsageError('There is no simulator in production.')
  const number = flags.need('order').trim().toUpperCase()
  boot(plugins)
  const order = await use('payable-orders').find(sql, { number })
  if (!order) throw new UsageError(`There is no order ${number}.`)
  const provider = await chosen(order.id, flags)
  // An order that is paid can still be told about: only its payment has to be there.
  void (await startPayment(order.id, provider, 'uz'))
  const done = await simulatePayment(paymentIdOf(order.id, provider), ending).catch((error: Error) => {
    throw new UsageError(`The market does not answer at port ${env.PORT}: ${error.message}. Is it running?`)
  })
  if (!done) throw new UsageError(`Order ${number} has never been to ${provider}, and cannot go there now.`)
  done.exchanges.forEach(print)
  if (done.exchanges.length === 0) console.log(`${provider} sent nothing.`)
  const after = await use('payable-orders').find(sql, { number })
  console.log(`Order ${number} is ${after?.state ?? 'gone'}.`)
  return 0
}
