import { sql } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { enqueue } from '@/lib/kernel/jobs'
import { use } from '@/lib/kernel/plugin'
import { capturePayment, getPayment } from '@/lib/payment'
import type { Payment } from '@/lib/payment/schema'
import { cancelTransaction, openTransaction, performTransaction } from './payme-client'

export const simulations = ['pay', 'decline', 'twice', 'late', 'never'] as const
export type Simulation = (typeof simulations)[number]

const LATE_SECONDS = 15

/** Providers whose endpoints are still to come have no callback to call. */
const captureDirectly = (payment: Payment) =>
  capturePayment({ paymentId: payment.id, amount: payment.amount, providerRef: `simulated:${payment.id}` })

async function simulatePayme(payment: Payment, number: string, simulation: Simulation): Promise<void> {
  const id = await openTransaction(payment, number)
  if (!id) return
  if (simulation === 'decline') await cancelTransaction(id)
  if (simulation === 'pay' || simulation === 'twice') await performTransaction(id)
  if (simulation === 'twice') await performTransaction(id)
}

async function simulateOther(payment: Payment, simulation: Simulation): Promise<void> {
  if (simulation === 'pay' || simulation === 'twice') await captureDirectly(payment)
  if (simulation === 'twice') await captureDirectly(payment)
}

/** The job behind a late callback. */
export async function payLate({ paymentId }: { paymentId: string }): Promise<void> {
  const found = await findSimulated(paymentId)
  if (!found) return
  if (found.payment.provider === 'payme') await simulatePayme(found.payment, found.number, 'pay')
  else await simulateOther(found.payment, 'pay')
}

export type Simulated = { payment: Payment; orderId: string; number: string; open: boolean }

/** Null in production, where nobody can pretend to have paid. */
export async function findSimulated(paymentId: string): Promise<Simulated | null> {
  if (env.APP_ENV !== 'demo') return null
  const payment = await getPayment(paymentId)
  if (!payment || payment.provider === 'cash') return null
  const order = await use('payable-orders').find(sql, { id: payment.orderId })
  return order && { payment, orderId: order.id, number: order.number, open: order.state === 'payable' }
}

/** Plays one ending of a payment. Answers the order's number, or null for a payment that does not exist. */
export async function simulatePayment(paymentId: string, simulation: Simulation): Promise<string | null> {
  const found = await findSimulated(paymentId)
  if (!found) return null
  const { payment, number } = found
  if (payment.provider === 'payme') await simulatePayme(payment, number, simulation)
  else await simulateOther(payment, simulation)
  if (simulation === 'late') {
    await enqueue(sql, 'simulate-late-payment', paymentId, { paymentId }, { startAfterSeconds: LATE_SECONDS })
  }
  return number
}
