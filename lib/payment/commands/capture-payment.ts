import { crashPoint } from '@/lib/kernel/crash-point'
import { type Tx, transact } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import type { Money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { fail, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import { excessRefundId } from '../domain/refund'
import type { PaymentId } from '../schema'
import { requestRefund, sendRefund } from './refund-payment'
import '../ports'

export type Capture = { paymentId: PaymentId; amount: Money; providerRef: string }

/**
 * Money has come: the payment is captured and the order paid in one transaction. Safe to repeat. Money for an order
 * that is already paid or gone is kept as excess and goes back, as does the part of parcels that were cancelled before
 * it came. Refuses with `not-requested`, `wrong-amount`.
 */
export async function capture(tx: Tx, { paymentId, amount, providerRef }: Capture) {
  const state = await load(tx, payment, paymentId)
  if (state.status === 'new') return fail('not-requested')
  if (state.captured.amount > 0) return ok([])
  const paid = await use('payable-orders').markPaid(tx, state.orderId, paymentId, state.provider)
  const excess = paid.ok ? null : paid.code
  const command = { type: 'CapturePayment', providerRef, amount, excess } as const
  const captured = await handle(tx, payment, paymentId, command, { actorId: `provider:${state.provider}` })
  if (!captured.ok) return captured
  crashPoint('capture-booked')
  if (!paid.ok) await sendRefund(tx, paymentId, excessRefundId(paymentId))
  else for (const refund of paid.value) await requestRefund(tx, refund)
  return captured
}

export const capturePayment = (input: Capture) => transact((tx) => capture(tx, input))
