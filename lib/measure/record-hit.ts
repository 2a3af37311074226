import { originOf } from '@/lib/attribution'
import { sql } from '@/lib/kernel/db'
import type { Hit } from './schema'

/** Counted once, and only of a purchase that there is. */
export async function recordHit({ sink, eventId }: Hit): Promise<void> {
  if ((await originOf(sql, eventId.slice('purchase:'.length))) === null) return
  await sql.query('insert into pixel_hit (event_id, sink) values ($1, $2) on conflict do nothing', [eventId, sink])
}
