import { sql } from '@/lib/kernel/db'
import { createTally } from '@/lib/kernel/tally'
import type { Shown } from './schema'
import { placeOf, type Trial } from './trial.mjs'

const uncounted = createTally('trials', (keys, times) => {
  const column = (at: number) => keys.map((key) => key[at] ?? '')
  return sql.query(
    `insert into experiment_view (experiment_id, option, day, times)
     select id, option, (now() at time zone interval '5 hours')::date, times
       from unnest($1::text[], $2::text[], $3::int[]) as seen (id, option, times)
     on conflict (experiment_id, option, day) do update set times = experiment_view.times + excluded.times`,
    [column(0), column(1), times],
  )
})

/** Writes what was counted since the last time. */
export const flushShown = uncounted.flush

const running = `select id, key, place, share, variants, before from experiment where status = 'running' and key = any($1)`

type Visitor = { bucket: number /** Null: somebody who has not agreed to be measured. */; subject: string | null }

/**
 * That a visitor has seen a variant: once for a person who agreed; of anybody else no more than that the page was shown.
 * A variant that the bucket does not have is not believed.
 */
export async function recordShown({ shown }: Shown, { bucket, subject }: Visitor): Promise<void> {
  const keys = shown.map((pair) => pair.split('.', 1)[0] ?? '')
  const { rows } = await sql.query<Trial & { id: string }>(running, [keys])
  for (const trial of rows) {
    const own = placeOf(trial, bucket)
    if (own === null || !shown.includes(`${trial.key}.${own.option}`)) continue
    if (subject === null) uncounted.add(trial.id, own.option)
    else
      await sql.query(
        `insert into experiment_exposure (experiment_id, subject, option, stage) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [trial.id, subject, own.option, own.stage],
      )
  }
}

/** After thirteen months, as with the orders they are compared with. */
export const sweepExposures = () => sql.query(`delete from experiment_exposure where at < now() - interval '13 months'`)
