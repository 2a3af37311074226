import { originOf } from '@/lib/attribution'
import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { prepared, sql, type Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { CampaignInput, Step, View } from './schema'

type Seen = { subject: string; step: Step; locale: string; device: string }

const insert = prepared('insert into visit_event (subject, step, locale, device) values ($1, $2, $3, $4)')

/** Only of somebody who agreed: without a subject there is nobody to write down. */
async function recordVisit(tx: Tx, { subject, step, locale, device }: Seen): Promise<void> {
  await tx.query(insert, [subject, step, locale, device])
}

/** By a page. */
export const tellVisit = (seen: Seen): Promise<void> => recordVisit(sql, seen)

/** The last step comes from the log, so that no page can claim it. */
export async function recordPaid(tx: Tx, orderId: string): Promise<void> {
  const origin = await originOf(tx, orderId)
  if (origin?.subject && origin.consent.includes('analytics')) {
    const { subject, locale, device } = origin
    await recordVisit(tx, { subject, step: 'paid', locale, device })
  }
}

const kinds = /^(c|p|shop|help|search|cart|orders|account)$/

/** A view of a page, without who or which. */
export async function countView({ path }: View): Promise<void> {
  const [, locale = '', first = ''] = path.split('/')
  await sql.query(
    `insert into view_count (day, locale, page, times) values ((now() at time zone interval '5 hours')::date, $1, $2, 1)
     on conflict (day, locale, page) do update set times = view_count.times + 1`,
    [locale, first === '' || kinds.test(first) ? first : 'other'],
  )
}

/** Two years can be compared; a person's steps are of no use longer. */
export const sweepVisits = () => sql.query(`delete from visit_event where at < now() - interval '25 months'`)

/** The same campaign from the same day is one: its cost is corrected. Refuses with `forbidden`. */
export async function saveCampaign(input: CampaignInput, actor: Actor): Promise<Result<true, 'forbidden'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const { name, source, campaign, cost, startsOn, endsOn } = input
  await sql.query(
    `insert into campaign (id, name, source, campaign, cost, starts_on, ends_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (source, campaign, starts_on) do update
        set name = excluded.name, cost = excluded.cost, ends_on = excluded.ends_on`,
    [newId('cmp'), name, source, campaign, cost, startsOn, endsOn, actorId(actor)],
  )
  return ok(true)
}
