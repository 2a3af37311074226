import type { Tx } from '@/lib/kernel/db'
import { enqueue } from '@/lib/kernel/jobs'
import { money } from '@/lib/kernel/money'
import { grantCredit, takeCredit } from '@/lib/ledger'
import { readEvidence } from './evidence'
import { refuseFriend } from './refuse'
import type { ReferralReason, ReferralStatus } from './schema'

type Row = {
  id: string
  referrer_id: string
  friend_id: string
  order_id: string
  status: ReferralStatus
  referrer_amount: number
  friend_amount: number
  min_order: number
  due: boolean | null
  reviewed_by: string | null
}

/** Locked, so that whatever is told about it twice at once is told one after the other. */
async function lock(tx: Tx, by: 'id' | 'order_id', value: string): Promise<Row | null> {
  const { rows } = await tx.query<Row>(
    `select id, referrer_id, friend_id, order_id, status, referrer_amount, friend_amount, min_order, due_at <= now() as due,
            reviewed_by from referral where ${by} = $1 for update`,
    [value],
  )
  return rows[0] ?? null
}

const settle = (tx: Tx, id: string, status: ReferralStatus, reason: ReferralReason | null = null) =>
  tx.query('update referral set status = $2, reason = $3, decided_at = now() where id = $1', [id, status, reason])

/** Orders that the friend has given up meanwhile: their own word comes later, and until then they would be in the way. */
const forgetCancelled = (tx: Tx, { id, friend_id }: Row) =>
  tx.query(
    `update referral r set status = 'cancelled', decided_at = now() from order_view o
      where r.friend_id = $1 and r.id <> $2 and r.status = 'waiting' and o.id = r.order_id and o.status = 'cancelled'`,
    [friend_id, id],
  )

/** The friend's order was placed: it counts from now on, or the reason why not is kept. */
export async function judge(tx: Tx, orderId: string): Promise<void> {
  const found = await lock(tx, 'order_id', orderId)
  if (found?.status !== 'new') return
  // Friends of one person are counted one after the other.
  await tx.query('select 1 from referral_link where user_id = $1 for update', [found.referrer_id])
  await forgetCancelled(tx, found)
  const reason = refuseFriend(await readEvidence(tx, found.id))
  if (reason) await settle(tx, found.id, 'refused', reason)
  else await tx.query(`update referral set status = 'waiting' where id = $1`, [found.id])
}

type Standing = { status: string; kept: number; received: boolean; asked: boolean }

async function standingOf(tx: Tx, orderId: string): Promise<Standing | null> {
  const { rows } = await tx.query<Standing>(
    `select o.status, o.paid_total - o.refunded_total as kept,
            not exists (select 1 from parcel_view p where p.order_id = o.id
                           and (p.status not in ('delivered', 'cancelled', 'returned')
                             or (p.status = 'delivered' and p.received_at is null))) as received,
            exists (select 1 from return_view r where r.order_id = o.id and r.status in ('requested', 'approved'))
              or exists (select 1 from dispute_view d where d.order_id = o.id and d.status = 'open') as asked
       from order_view o where o.id = $1`,
    [orderId],
  )
  return rows[0] ?? null
}

/** Each side's gift has one name for ever, so that nobody is rewarded for one friend twice. */
const giftOf = (row: Row, side: 'friend' | 'referrer') => ({
  ref: `referral:${row.friend_id}:${side}`,
  userId: side === 'friend' ? row.friend_id : row.referrer_id,
  amount: money(side === 'friend' ? row.friend_amount : row.referrer_amount, 'UZS'),
  rule: `the reward of the ${side}, by the terms of the day of the order`,
  sources: [row.id, `order-${row.order_id}`],
})

/** What may have changed since it was judged; what a person has decided is not asked again. */
async function stillRefused(tx: Tx, row: Row): Promise<ReferralReason | null> {
  if (row.reviewed_by) return null
  const reason = refuseFriend({ ...(await readEvidence(tx, row.id)), today: 0 })
  return reason
}

/** Gives both sides their credit once everything was received and the time for returns is over. Safe to repeat. */
export async function rewardReferral(tx: Tx, id: string): Promise<void> {
  const row = await lock(tx, 'id', id)
  if (row?.status !== 'waiting' || !row.due) return
  const standing = await standingOf(tx, row.order_id)
  if (standing?.status !== 'completed' || !standing.received || standing.asked) return
  const reason = standing.kept < row.min_order ? 'refunded' : await stillRefused(tx, row)
  if (reason) return void (await settle(tx, id, 'refused', reason))
  await grantCredit(tx, giftOf(row, 'friend'))
  await grantCredit(tx, giftOf(row, 'referrer'))
  await settle(tx, id, 'rewarded')
}

/** Everything was delivered: from now the days of the terms are counted. */
export async function startWaiting(tx: Tx, orderId: string): Promise<void> {
  const { rows } = await tx.query<{ id: string; days: number }>(
    `update referral set due_at = now() + make_interval(days => wait_days)
      where order_id = $1 and status in ('new', 'waiting', 'refused') and due_at is null
      returning id, wait_days as days`,
    [orderId],
  )
  for (const { id, days } of rows)
    await enqueue(tx, 'reward-referral', id, { id }, { startAfterSeconds: days * 86_400 + 1 })
}

/** A parcel was received: it may have been the last thing that was waited for. */
export async function seeReceipt(tx: Tx, orderId: string): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from referral where order_id = $1 and status = 'waiting' and due_at <= now()`,
    [orderId],
  )
  for (const { id } of rows) await rewardReferral(tx, id)
}

async function takeBack(tx: Tx, row: Row): Promise<void> {
  const friend = await takeCredit(tx, giftOf(row, 'friend'))
  const referrer = await takeCredit(tx, giftOf(row, 'referrer'))
  await tx.query('update referral set friend_taken = $2, referrer_taken = $3 where id = $1', [
    row.id,
    friend.amount,
    referrer.amount,
  ])
  await settle(tx, row.id, 'taken-back', 'refunded')
}

/** Money went back: what the friend keeps must still be an order of that size, or there is no reward. */
export async function seeRefund(tx: Tx, orderId: string): Promise<void> {
  const row = await lock(tx, 'order_id', orderId)
  if (row?.status !== 'waiting' && row?.status !== 'rewarded') return
  const standing = await standingOf(tx, orderId)
  if (!standing || standing.kept >= row.min_order) return
  if (row.status === 'rewarded') await takeBack(tx, row)
  else await settle(tx, row.id, 'refused', 'refunded')
}

/** It was never paid: the friend is as new as before. */
export async function seeCancel(tx: Tx, orderId: string): Promise<void> {
  const row = await lock(tx, 'order_id', orderId)
  if (row?.status === 'waiting' || row?.status === 'new') await settle(tx, row.id, 'cancelled')
}
