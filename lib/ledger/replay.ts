import { type Tx, transact } from '@/lib/kernel/db'
import type { Recorded } from '@/lib/kernel/event-store'
import { projections } from './projections'

type Row = { type: string; data: object; stream_id: string; version: number; at: Date; position: number }

const count = async (tx: Tx) => (await tx.query<{ n: number }>('select count(*) as n from ledger_txn')).rows[0]?.n ?? 0

/** Five hundred events from `from`, in one transaction; answers where it ended, or null at the end of the log. */
const replayPage = (from: number) =>
  transact(async (tx) => {
    const { rows } = await tx.query<Row>(
      `select stream_id, version, type, data, at, position from event
        where position > $1 and type = any($2) order by position limit 500`,
      [from, Object.keys(projections)],
    )
    const before = await count(tx)
    for (const { type, data, stream_id, version, at } of rows) {
      const event: Recorded = { type, data, streamId: stream_id, version, at: at.toISOString() }
      await projections[type]?.(tx, event)
    }
    const last = rows.at(-1)
    return last ? { to: last.position, events: rows.length, posted: (await count(tx)) - before } : null
  })

/** Tells every event about money again: what is posted stays as it is, what is missing is posted. */
export async function replayLedger(): Promise<{ events: number; posted: number }> {
  const done = { events: 0, posted: 0 }
  for (let page = await replayPage(0); page; page = await replayPage(page.to)) {
    done.events += page.events
    done.posted += page.posted
  }
  return done
}
