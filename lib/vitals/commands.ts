import { sql } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { bucketOf } from './bucket'
import { type RecordVitals, vitalNames } from './schema'

const EVERY_MS = 5_000
// Far more kinds than a market sees in five seconds; beyond it a visit is simply not counted.
const MOST = 5_000

type Batch = { counts: Map<string, number>; timer?: NodeJS.Timeout | undefined }
/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorVitals?: Batch }
const batch = () => (shared.bozorVitals ??= { counts: new Map() })

/** Counted in memory and written a few seconds later, all at once: a visit costs no statement. */
export function recordVitals({ page, device, locale, values }: RecordVitals): void {
  const waiting = batch()
  for (const name of vitalNames) {
    const value = values[name]
    if (value === undefined) continue
    const key = [name, page, device, locale, bucketOf(name, value)].join(' ')
    const times = waiting.counts.get(key) ?? 0
    if (times > 0 || waiting.counts.size < MOST) waiting.counts.set(key, times + 1)
  }
  waiting.timer ??= setTimeout(() => void flushVitals().catch(report), EVERY_MS).unref()
}

const report = (err: unknown) => log.warn({ err }, 'vitals: a few seconds of measurements are lost')

// In one order on every instance, so that two that write at once wait for each other and never in a circle.
const add = `
  insert into vital (day, name, page, device, locale, bucket, times)
  select (now() at time zone interval '5 hours')::date, name, page, device, locale, bucket, times
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[])
      as seen (name, page, device, locale, bucket, times)
   order by name, page, device, locale, bucket
  on conflict (day, name, page, device, locale, bucket) do update set times = vital.times + excluded.times`

/** Writes what was counted since the last time. */
export async function flushVitals(): Promise<void> {
  const waiting = batch()
  clearTimeout(waiting.timer)
  const counts = [...waiting.counts]
  waiting.counts = new Map()
  waiting.timer = undefined
  if (counts.length === 0) return
  const keys = counts.map(([key]) => key.split(' '))
  const column = (at: number) => keys.map((key) => key[at] ?? '')
  const times = counts.map(([, count]) => count)
  await sql.query(add, [column(0), column(1), column(2), column(3), column(4).map(Number), times])
}

/** A quarter of a year is enough to see what a change has done. */
export const sweepVitals = () =>
  sql.query(`delete from vital where day < (now() at time zone interval '5 hours')::date - 92`)
