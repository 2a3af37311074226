import type { Tx } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { payment } from '../domain/payment'
import type { PayableOrder } from '../ports'
import type { Provider } from '../schema'
import { paymentIdOf } from './start-payment'

/**
 * A provider may be the first to name an order: it is payable through any of them until it is paid. `paymentId`: of a
 * second payment by one provider.
 */
export async function requestPayment(
  tx: Tx,
  order: PayableOrder,
  provider: Provider,
  paymentId = paymentIdOf(order.id, provider),
) {
  const request = {
    type: 'RequestPayment',
    paymentId,
    orderId: order.id,
    provider,
    amount: order.total,
    url: null,
  } as const
  const requested = await handle(tx, payment, paymentId, request, { actorId: `provider:${provider}` })
  return { paymentId, requested }
}
