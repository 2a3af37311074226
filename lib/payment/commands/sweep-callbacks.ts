import { sql } from '@/lib/kernel/db'

/** Long enough for a dispute about a payment (most are over in 120 days); alarms stay for two years. */
const KEPT_DAYS = 180
const ALARM_DAYS = 730

/** Oldest first and not too many at once: the table is written by every payment. */
export async function sweepCallbacks(): Promise<number> {
  const { rowCount } = await sql.query(
    `delete from provider_callback where ctid = any (array(
       select ctid from provider_callback where received_at < now() - make_interval(days => $1)
        order by received_at limit 5000))`,
    [KEPT_DAYS],
  )
  await sql.query('delete from provider_alarm where received_at < now() - make_interval(days => $1)', [ALARM_DAYS])
  return rowCount ?? 0
}
