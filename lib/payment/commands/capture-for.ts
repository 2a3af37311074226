import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/kernel/db'
import { load } from '@/lib/kernel/event-store'
import type { Money } from '@/lib/kernel/money'
import { must } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PayableOrder } from '../ports'
import type { PaymentId, Provider } from '../schema'
import { capture } from './capture-payment'
import { requestPayment } from './request-payment'
import { paymentIdOf } from './start-payment'

type Came = { order: PayableOrder; provider: Provider; amount: Money; providerRef: string }

/** What was asked for before, whatever has become of it since, need not be asked for again. */
async function known(tx: Tx, paymentId: PaymentId, { order, provider }: Came): Promise<PaymentId> {
  const { status } = await load(tx, payment, paymentId)
  if (status === 'new') must((await requestPayment(tx, order, provider, paymentId)).requested)
  return paymentId
}

/** One payer, two attempts at one provider, both taken: the second is a payment of its own, so that it can go back. */
async function paymentFor(tx: Tx, came: Came): Promise<PaymentId> {
  const first = paymentIdOf(came.order.id, came.provider)
  const state = await load(tx, payment, first)
  const other = state.status !== 'new' && state.captured.amount > 0 && state.providerRef !== came.providerRef
  if (!other) return known(tx, first, came)
  const mark = createHash('sha256').update(came.providerRef).digest('hex').slice(0, 12)
  return known(tx, `${first}${mark}`, came)
}

/**
 * Money of an order has come, whether or not it was asked for here: the payment it belongs to is captured. Safe to
 * repeat. What the order cannot take is excess, recorded and given back.
 */
export async function captureFor(tx: Tx, came: Came): Promise<PaymentId> {
  const paymentId = await paymentFor(tx, came)
  must(await capture(tx, { paymentId, amount: came.amount, providerRef: came.providerRef }))
  return paymentId
}
