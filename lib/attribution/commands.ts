import { sql, type Tx } from '@/lib/kernel/db'
import type { Origin } from './schema'

/** Beside the order, once; repeating it changes nothing. */
export async function keepOrigin(tx: Tx, orderId: string, origin: Origin): Promise<void> {
  await tx.query(
    `insert into order_origin (order_id, subject, consent, ga_client, ga_session, fbp, fbc, ip, user_agent, locale,
                               device, first_touch, last_touch, experiments)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    [
      orderId,
      origin.subject,
      origin.consent,
      origin.gaClient,
      origin.gaSession,
      origin.fbp,
      origin.fbc,
      origin.ip,
      origin.userAgent,
      origin.locale,
      origin.device,
      origin.first && JSON.stringify(origin.first),
      origin.last && JSON.stringify(origin.last),
      JSON.stringify(origin.experiments),
    ],
  )
}

/** After thirteen months a year can be compared with the one before; a person's numbers are of no use longer. */
export const sweepOrigins = () =>
  sql.query(
    `update order_origin set subject = null, ga_client = null, ga_session = null, fbp = null, fbc = null, ip = null,
            user_agent = null
      where created_at < now() - interval '13 months' and coalesce(subject, ga_client, fbp, ip, user_agent) is not null`,
  )
