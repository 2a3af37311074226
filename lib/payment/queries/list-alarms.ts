import { sql } from '@/lib/kernel/db'
import type { Provider } from '../schema'

export type Alarm = { provider: Provider; eventKey: string; body: string; ip: string; receivedAt: string }

type Row = { provider: Provider; event_key: string; body: string; ip: string; received_at: Date }

/** For the operator: known callbacks that came again with another payload, newest first. */
export async function listAlarms(limit = 100): Promise<Alarm[]> {
  const { rows } = await sql.query<Row>(
    'select provider, event_key, body, ip, received_at from provider_alarm order by received_at desc limit $1',
    [limit],
  )
  return rows.map(({ event_key, received_at, ...row }) => ({
    ...row,
    eventKey: event_key,
    receivedAt: received_at.toISOString(),
  }))
}
