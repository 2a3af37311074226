import { createHash, randomBytes } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { SESSION_SECONDS } from '@/lib/auth/cookie'
import type { Role, UserActor } from '@/lib/auth/schema'
import { sql, type Tx } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import type { Id } from '@/lib/kernel/id'

const digest = (sid: string): string => createHash('sha256').update(sid).digest('hex')

/** Idle and absolute life by role, in PostgreSQL's words: the database's clock decides, not the node's. */
const life = `case role when 'buyer' then interval '90 days' when 'seller' then interval '7 days'
  else interval '12 hours' end`
const idle = `case u.role when 'buyer' then interval '30 days' when 'seller' then interval '12 hours'
  else interval '30 minutes' end`

/** Opens a session row and returns its sid: the only secret the cookie carries. */
export async function openSession(userId: string, userAgent?: string, tx: Tx = sql): Promise<string> {
  const sid = randomBytes(32).toString('base64url')
  await tx.query(
    `insert into user_session (hash, user_id, expires_at, user_agent)
     select $1, id, now() + ${life}, $3 from "user" where id = $2`,
    [digest(sid), userId, userAgent?.slice(0, 256) ?? null],
  )
  return sid
}

export async function closeSession(sid: string): Promise<void> {
  await sql.query('delete from user_session where hash = $1', [digest(sid)])
}

/** Ends every device of a user: a new password or role starts from nothing. */
export async function closeSessionsOf(userId: string, tx: Tx = sql): Promise<void> {
  await tx.query('delete from user_session where user_id = $1', [userId])
}

type SessionRow = {
  id: Id<'usr'>
  name: string
  phone: string
  role: Role
  shop_id: Id<'sho'> | null
  shop_slug: string | null
  stale: boolean
}

// One round trip on every request of a signed-in person, which is why the membership is joined here.
const bySession = `
  select u.id, u.name, u.phone, u.role, m.shop_id, s.slug as shop_slug,
         x.seen_at < now() - interval '1 minute' as stale
  from user_session x join "user" u on u.id = x.user_id
  left join lateral (select shop_id from shop_member where user_id = u.id order by shop_id limit 1) m on true
  left join shop s on s.id = m.shop_id
  where x.hash = $1 and x.expires_at > now() and x.seen_at > now() - ${idle} and u.status = 'active'`

/** Who a sid belongs to, or null: closed, expired, idle for too long, or of a blocked user. */
export async function findSession(sid: string): Promise<UserActor | null> {
  const hash = digest(sid)
  const row = (await sql.query<SessionRow>(bySession, [hash])).rows[0]
  if (row === undefined) return null
  if (row.stale) await sql.query('update user_session set seen_at = now() where hash = $1', [hash])
  const user: UserActor = { kind: 'user', id: row.id, name: row.name, phone: row.phone, role: row.role }
  return row.shop_id === null || row.shop_slug === null
    ? user
    : { ...user, shopId: row.shop_id, shopSlug: row.shop_slug }
}

/** The envelope that next-auth would write: both ways of signing in give the same cookie. */
export const sealSession = (sid: string): Promise<string> =>
  encode({ token: { sid }, secret: env.AUTH_SECRET, maxAge: SESSION_SECONDS })

/** The sid of a cookie, or null for anything that is not ours. */
export async function unsealSession(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined || cookie === '') return null
  try {
    const token = await decode({ token: cookie, secret: env.AUTH_SECRET })
    return typeof token?.['sid'] === 'string' ? token['sid'] : null
  } catch {
    return null
  }
}
