import { sql } from '@/lib/kernel/db'
import { createTally } from '@/lib/kernel/tally'
import { bucketOf } from './bucket'
import { type RecordVitals, vitalNames } from './schema'

const add = `
  insert into vital (day, name, page, device, locale, bucket, times)
  select (now() at time zone interval '5 hours')::date, name, page, device, locale, bucket, times
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[])
      as seen (name, page, device, locale, bucket, times)
   order by name, page, device, locale, bucket
  on conflict (day, name, page, device, locale, bucket) do update set times = vital.times + excluded.times`

const counted = createTally('vitals', (keys, times) => {
  const column = (at: number) => keys.map((key) => key[at] ?? '')
  return sql.query(add, [column(0), column(1), column(2), column(3), column(4).map(Number), times])
})

export function recordVitals({ page, device, locale, values }: RecordVitals): void {
  for (const name of vitalNames) {
    const value = values[name]
    if (value !== undefined) counted.add(name, page, device, locale, bucketOf(name, value))
  }
}

/** Writes what was counted since the last time. */
export const flushVitals = counted.flush

/** A quarter of a year is enough to see what a change has done. */
export const sweepVitals = () =>
  sql.query(`delete from vital where day < (now() at time zone interval '5 hours')::date - 92`)
