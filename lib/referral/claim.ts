import { createHash, randomInt } from 'node:crypto'
import type { UserActor } from '@/lib/auth/schema'
import { sql, type Tx } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { referralCodeSchema } from './schema'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newCode = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

export const deviceHash = (cookie: string | undefined): string | null =>
  cookie ? createHash('sha256').update(`device:${cookie}`).digest('base64url') : null

async function noteDevice(tx: Tx, userId: string, device: string | null): Promise<void> {
  if (device === null) return
  await tx.query(
    `insert into referral_device (user_id, device) values ($1, $2)
     on conflict (user_id, device) do update set seen_at = now()`,
    [userId, device],
  )
}

/** A person's own link, the same for ever; the browser that asked is one of theirs. */
export async function openLink({ id }: UserActor, device: string | null): Promise<string> {
  await noteDevice(sql, id, device)
  for (;;) {
    await sql.query('insert into referral_link (user_id, code) values ($1, $2) on conflict do nothing', [id, newCode()])
    const { rows } = await sql.query<{ code: string }>('select code from referral_link where user_id = $1', [id])
    if (rows[0]) return rows[0].code
  }
}

type Claim = { orderId: string; friendId: string; code: string | undefined; device: string | null }

/** Beside the order, in its transaction: who has sent its buyer, on today's terms. Whether it counts is decided later. */
export async function claimReferral(tx: Tx, { orderId, friendId, code, device }: Claim): Promise<void> {
  const read = referralCodeSchema.safeParse(code)
  if (read.success)
    await tx.query(
      `insert into referral (id, referrer_id, friend_id, order_id, device, referrer_amount, friend_amount, min_order,
                             per_day, wait_days)
       select $1, l.user_id, $2, $3, $4, t.referrer_amount, t.friend_amount, t.min_order, t.per_day, t.wait_days
         from referral_link l cross join (select * from referral_terms order by id desc limit 1) t
        where l.code = $5 and t.active and not exists (
              select 1 from referral r where r.friend_id = $2 and r.status in ('waiting', 'rewarded', 'taken-back'))
       on conflict (order_id) do nothing`,
      [newId('ref'), friendId, orderId, device, read.data],
    )
  // After the friend's own evidence: a browser that both use must already be the other's.
  await noteDevice(tx, friendId, device)
}
