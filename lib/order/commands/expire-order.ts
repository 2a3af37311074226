import { sql, type Tx, transact } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { ok } from '@/lib/kernel/result'
import type { OrderId } from '../schema'
import { decideOn } from './act-on-order'

/** By the database's clock. A provider that still may take the money has moved the hold's end. */
const isDue = async (tx: Tx, orderId: string): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `select 1 from order_view o where o.id = $1 and o.status = 'placed'
        and not exists (select 1 from parcel_view p where p.order_id = o.id and p.released)
        and not exists (select 1 from reservation r
                         where r.order_id = o.id and r.state = 'held' and r.expires_at > now())`,
    [orderId],
  )
  return (rowCount ?? 0) > 0
}

/** An order that nobody paid for gives its goods back. Run again, early or late, it changes nothing. */
export const expireOrder = ({ orderId }: { orderId: OrderId }) =>
  transact(async (tx) => {
    if (!(await isDue(tx, orderId))) return ok(false)
    const expired = await decideOn(tx, orderId, { type: 'CancelOrder', reason: 'expired' }, 'expiry')
    return ok(expired.ok)
  })

/** The net under the jobs: whatever is past its time is expired, one order a transaction. */
export async function sweepOrders(): Promise<number> {
  const { rows } = await sql.query<{ order_id: OrderId }>(
    `select distinct order_id from reservation where state = 'held' and expires_at < now() limit 200`,
  )
  let expired = 0
  for (const { order_id } of rows) {
    const done = await expireOrder({ orderId: order_id })
    if (done.ok && done.value) expired++
  }
  if (expired > 0) log.info({ expired }, 'orders expired')
  return expired
}
