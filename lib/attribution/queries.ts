import { prepared, type Tx } from '@/lib/kernel/db'
import type { Origin } from './schema'

const read = prepared(
  `select subject, consent, ga_client as "gaClient", ga_session as "gaSession", fbp, fbc, ip,
          user_agent as "userAgent", locale, device, first_touch as first, last_touch as last, experiments
     from order_origin where order_id = $1`,
)

/** Null: the order was placed by a program, or before origins were kept. */
export async function originOf(tx: Tx, orderId: string): Promise<Origin | null> {
  const { rows } = await tx.query<Origin>(read, [orderId])
  return rows[0] ?? null
}
