import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import { sql, transact } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { createTally } from '@/lib/kernel/tally'
import type { Heat } from './schema'

const today = `(now() at time zone interval '5 hours')::date`

const presses = createTally('heat', (keys, times) => {
  const column = (at: number) => keys.map((key) => key[at] ?? '')
  return sql.query(
    `insert into heat_cell (day, page, device, x, y, times, idle)
     select ${today}, page, device, x, y, sum(times), sum(times * idle)
       from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::int[])
         as seen (page, device, x, y, idle, times)
      group by page, device, x, y order by page, device, x, y
     on conflict (day, page, device, x, y) do update
       set times = heat_cell.times + excluded.times, idle = heat_cell.idle + excluded.idle`,
    [column(0), column(1), column(2).map(Number), column(3).map(Number), column(4).map(Number), times],
  )
})

const looks = createTally('heat-looks', (keys, times) => {
  const column = (at: number) => keys.map((key) => key[at] ?? '')
  return sql.query(
    `insert into heat_look (day, page, device, times)
     select ${today}, page, device, times from unnest($1::text[], $2::text[], $3::int[]) as seen (page, device, times)
     on conflict (day, page, device) do update set times = heat_look.times + excluded.times`,
    [column(0), column(1), times],
  )
})

/** One look at a page of somebody who agreed: only counters of cells remain. */
export function recordHeat({ page, device, presses: told }: Heat): void {
  looks.add(page, device)
  for (const [x, y, idle] of told) presses.add(page, device, x, y, idle)
}

/** Writes what was counted since the last time. */
export async function flushHeat(): Promise<void> {
  await presses.flush()
  await looks.flush()
}

/** At most 24 × 150 cells a day for each kind of page and device, and two months of them. */
export async function sweepHeat(): Promise<void> {
  await sql.query(`delete from heat_cell where day < ${today} - 60`)
  await sql.query(`delete from heat_look where day < ${today} - 60`)
}

/** Which share of looks is measured, in percent; 0: none. */
export async function setHeatShare(share: number, actor: Actor): Promise<Result<true, 'forbidden' | 'wrong-share'>> {
  if (!isOperator(actor)) return fail('forbidden')
  if (!Number.isInteger(share) || share < 0 || share > 100) return fail('wrong-share')
  return transact(async (tx) => {
    await tx.query(
      `insert into heat_setting (id, share, changed_by) values (1, $1, $2)
       on conflict (id) do update set share = excluded.share, changed_by = excluded.changed_by, changed_at = now()`,
      [share, actorId(actor)],
    )
    await invalidate(tx, [tags.measuring()])
    return ok(true)
  })
}
