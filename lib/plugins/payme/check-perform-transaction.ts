import { now } from '@/lib/kernel/clock'
import { sql } from '@/lib/kernel/db'
import { checkOrder } from './check-order'
import { type Answer, accept, refuse } from './errors'
import { fiscalDetail } from './fiscal-detail'
import type { CheckParams } from './params'
import { findLiving, isExpired } from './transaction'

/** Read-only. `detail` goes to the tax authority with the receipt; without codes for every line there is none. */
export async function checkPerformTransaction({ amount, account }: CheckParams): Promise<Answer> {
  const order = await checkOrder(sql, { amount, account })
  if ('refused' in order) return order.refused
  const living = await findLiving(sql, order.id)
  if (living && !isExpired(living, now().getTime())) return refuse(-31008)
  const detail = await fiscalDetail(order.id, amount)
  return accept(detail ? { allow: true, detail } : { allow: true })
}
