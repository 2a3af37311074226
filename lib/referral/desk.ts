import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { sql, transact } from '@/lib/kernel/db'
import { money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { rewardReferral } from './reward'
import {
  type OwnReferral,
  type ReferralCounts,
  type ReferralReason,
  type ReferralRow,
  type ReferralStatus,
  type ReferralTerms,
  referralStatuses,
} from './schema'

const terms = `select referrer_amount as "referrerAmount", friend_amount as "friendAmount", min_order as "minOrder",
  per_day as "perDay", wait_days as "waitDays", active from referral_terms order by id desc limit 1`

export async function currentTerms(): Promise<ReferralTerms> {
  const { rows } = await sql.query<ReferralTerms>(terms)
  if (!rows[0]) throw new Error('There are no terms of invitations')
  return rows[0]
}

/** For friends who come from now on; what was promised before stays. Refuses with `forbidden`. */
export async function saveTerms(input: ReferralTerms, actor: Actor): Promise<Result<true, 'forbidden'>> {
  if (!isOperator(actor)) return fail('forbidden')
  await sql.query(
    `insert into referral_terms (referrer_amount, friend_amount, min_order, per_day, wait_days, active, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      input.referrerAmount,
      input.friendAmount,
      input.minOrder,
      input.perDay,
      input.waitDays,
      input.active,
      actorId(actor),
    ],
  )
  return ok(true)
}

/** A person's own link and how their friends stand, the newest first; who the friends are is not told. */
export async function getOwnReferral(actor: Actor): Promise<OwnReferral | null> {
  if (actor.kind !== 'user') return null
  const link = await sql.query<{ code: string }>('select code from referral_link where user_id = $1', [actor.id])
  type Row = { id: string; status: ReferralStatus; amount: number; at: Date }
  const { rows } = await sql.query<Row>(
    `select id, status, referrer_amount as amount, created_at as at from referral
      where referrer_id = $1 order by created_at desc limit 50`,
    [actor.id],
  )
  const friends = rows.map(({ amount, at, ...row }) => ({ ...row, amount: money(amount, 'UZS'), at: at.toISOString() }))
  return { code: link.rows[0]?.code ?? null, terms: await currentTerms(), friends }
}

type Listed = Omit<ReferralRow, 'amount' | 'taken' | 'at'> & { amount: number; taken: number; at: Date }

/** By status, fifty a page, the newest first. Nothing but for the market's people. */
export async function listReferrals(actor: Actor, asked: { status?: string | undefined; before?: string | undefined }) {
  if (!isOperator(actor)) return { items: [], nextCursor: null }
  const status = referralStatuses.find((one) => one === asked.status) ?? null
  const { rows } = await sql.query<Listed>(
    `select r.id, r.status, r.reason, a.name as referrer, b.name as friend, o.number as "orderNumber",
            r.referrer_amount + r.friend_amount as amount, r.referrer_taken + r.friend_taken as taken,
            r.reviewed_by is not null as reviewed, r.created_at as at
       from referral r join order_view o on o.id = r.order_id
       left join "user" a on a.id = r.referrer_id left join "user" b on b.id = r.friend_id
      where ($1::text is null or r.status = $1) and ($2::text is null or r.id < $2)
      order by r.id desc limit 51`,
    [status, asked.before ?? null],
  )
  const items: ReferralRow[] = rows.slice(0, 50).map(({ amount, taken, at, ...row }) => ({
    ...row,
    referrer: row.referrer ?? '—',
    friend: row.friend ?? '—',
    amount: money(amount, 'UZS'),
    taken: money(taken, 'UZS'),
    at: at.toISOString(),
  }))
  return { items, nextCursor: rows.length > 50 ? (items.at(-1)?.id ?? null) : null }
}

/** Nothing but for the market's people. */
export async function countReferrals(actor: Actor): Promise<ReferralCounts | null> {
  if (!isOperator(actor)) return null
  const { rows } = await sql.query<{ status: ReferralStatus; reason: ReferralReason | null; n: number; given: number }>(
    `select status, reason, count(*)::int as n,
            coalesce(sum(referrer_amount + friend_amount - referrer_taken - friend_taken)
              filter (where status in ('rewarded', 'taken-back')), 0)::bigint as given
       from referral group by status, reason`,
  )
  const add = (chosen: typeof rows) => chosen.reduce((sum, { n }) => sum + n, 0)
  const reasons = [...new Set(rows.flatMap(({ reason }) => (reason ? [reason] : [])))]
  return {
    byStatus: referralStatuses.map((status) => ({ status, count: add(rows.filter((row) => row.status === status)) })),
    byReason: reasons.map((reason) => ({ reason, count: add(rows.filter((row) => row.reason === reason)) })),
    given: money(
      rows.reduce((sum, { given }) => sum + given, 0),
      'UZS',
    ),
  }
}

/** A person looked at it: one that waits is refused, a refused one waits again. Refuses with `forbidden`, `not-found`. */
export async function reviewReferral(
  id: string,
  verdict: 'refuse' | 'allow',
  actor: Actor,
): Promise<Result<true, 'forbidden' | 'not-found'>> {
  if (!isOperator(actor)) return fail('forbidden')
  return transact(async (tx) => {
    const { rowCount } =
      verdict === 'refuse'
        ? await tx.query(
            `update referral set status = 'refused', reason = 'operator', reviewed_by = $2, decided_at = now()
              where id = $1 and status in ('new', 'waiting')`,
            [id, actorId(actor)],
          )
        : await tx.query(
            `update referral r set status = 'waiting', reason = null, reviewed_by = $2, decided_at = null
              where id = $1 and status = 'refused' and not exists (select 1 from referral o
                where o.friend_id = r.friend_id and o.status in ('waiting', 'rewarded', 'taken-back'))`,
            [id, actorId(actor)],
          )
    if (!rowCount) return fail('not-found')
    if (verdict === 'allow') await rewardReferral(tx, id)
    return ok(true)
  })
}
