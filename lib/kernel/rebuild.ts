import type { Tx } from './db'
import type { Recorded } from './event-store'
import { plugins } from './plugin'

type Row = { type: string; data: object; stream_id: string; version: number; at: Date; position: number }

/** Empties every projection's tables and fills them from the log, in the order it was written. Answers the count. */
export async function rebuild(tx: Tx): Promise<number> {
  const owners = plugins().filter(({ tables }) => tables?.length)
  const tables = owners.flatMap((owner) => owner.tables ?? [])
  if (tables.length === 0) return 0
  await tx.query('set local statement_timeout = 0')
  await tx.query('lock table event in share mode')
  await tx.query(`truncate ${tables.join(', ')}`)
  let from = 0
  let count = 0
  for (;;) {
    const { rows } = await tx.query<Row>(
      `select stream_id, version, type, data, at, position from event where position > $1 order by position limit 1000`,
      [from],
    )
    for (const { type, data, stream_id, version, at } of rows) {
      const event: Recorded = { type, data, streamId: stream_id, version, at: at.toISOString() }
      for (const { projections } of owners) await projections?.[type]?.(tx, event)
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last) return count
    from = last.position
  }
}
