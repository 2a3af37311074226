import { sql } from '@/lib/kernel/db'
import { ok } from '@/lib/kernel/result'
import { findPayable } from '../queries/find-payable'
import type { OrderId } from '../schema'
import { accessTokenOf } from './access-token'

/** The answer of a checkout that was committed but never heard: a crash came between. */
export async function placedOrder(orderId: OrderId) {
  const found = await findPayable(sql, { id: orderId })
  if (!found) return null
  return ok({ orderId, number: found.number, total: found.total, accessToken: accessTokenOf(orderId) })
}
