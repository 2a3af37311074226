import { ok } from '@/lib/kernel/result'
import { getOrder } from '../queries/get-order'
import type { OrderId } from '../schema'
import { accessTokenOf } from './access-token'

/** The answer of a checkout that was committed but never heard: a crash came between. */
export async function placedOrder(orderId: OrderId) {
  const accessToken = accessTokenOf(orderId)
  const order = await getOrder({ id: orderId }, { token: accessToken })
  return order && ok({ orderId, number: order.number, total: order.total, accessToken, order })
}
