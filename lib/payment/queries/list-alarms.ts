import { sql } from '@/lib/kernel/db'
import { ALARM, type FindingMark, type Provider } from '../schema'
import { findingMarks } from './finding-marks'

export type Alarm = {
  provider: Provider
  eventKey: string
  body: string
  ip: string
  receivedAt: string
  open: boolean
  marks: FindingMark[]
}

type Row = Omit<Alarm, 'eventKey' | 'receivedAt'> & { event_key: string; received_at: Date }

/** For the operator: known callbacks that came again with another payload, those nobody has seen first. */
export async function listAlarms(limit = 100): Promise<Alarm[]> {
  const { rows } = await sql.query<Row>(
    `select provider, event_key, body, ip, received_at, seen_at is null as open,
            ${findingMarks('f.event_key', `'${ALARM}'`)}
       from provider_alarm f order by open desc, received_at desc limit $1`,
    [limit],
  )
  return rows.map(({ event_key, received_at, ...row }) => ({
    ...row,
    eventKey: event_key,
    receivedAt: received_at.toISOString(),
  }))
}
