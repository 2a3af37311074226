import { type Tx, transact } from '@/lib/kernel/db'
import { handle, load } from '@/lib/kernel/event-store'
import type { Money } from '@/lib/kernel/money'
import { use } from '@/lib/kernel/plugin'
import { fail, ok } from '@/lib/kernel/result'
import { payment } from '../domain/payment'
import type { PaymentId } from '../schema'
import '../ports'

export type Capture = { paymentId: PaymentId; amount: Money; providerRef: string }

/**
 * Money has come: the payment is captured and the order paid in one transaction. Safe to repeat. Money for an order
 * that is already paid or gone is kept as excess and its refund is asked for. Refuses with `not-requested`,
 * `wrong-amount`.
 */
export async function capture(tx: Tx, { paymentId, amount, providerRef }: Capture) {
  const state = await load(tx, payment, paymentId)
  if (state.status === 'new') return fail('not-requested')
  if (state.captured.amount > 0) return ok([])
  const paid = await use('payable-orders').markPaid(tx, state.orderId, paymentId)
  const excess = paid.ok ? null : paid.code
  const command = { type: 'CapturePayment', providerRef, amount, excess } as const
  return handle(tx, payment, paymentId, command, { actorId: `provider:${state.provider}` })
}

export const capturePayment = (input: Capture) => transact((tx) => capture(tx, input))
