import { prepared, sql } from './db'
import { env } from './env'

export type Allowance = { ok: boolean; limit: number; remaining: number; resetSeconds: number }

// The table is unlogged: counting costs no wait for the disk, and after a crash every window begins anew.
const take = prepared(
  `insert into rate_limit (key, slot, until)
   values ($1, floor(extract(epoch from now()) / $2::int)::bigint, now() + make_interval(secs => $2::int))
   on conflict (key, slot) do update set count = rate_limit.count + 1
   returning count, ($2::int - (floor(extract(epoch from now()))::bigint % $2::int))::int as reset`,
)

/** Takes one from a fixed window that all instances share. `RATE_LIMIT_SCALE` multiplies every limit. */
export async function takeToken(input: { key: string; limit: number; windowSeconds: number }): Promise<Allowance> {
  const limit = Math.max(1, Math.floor(input.limit * env.RATE_LIMIT_SCALE))
  const { rows } = await sql.query<{ count: number; reset: number }>(take, [input.key, input.windowSeconds])
  const { count, reset } = rows[0] ?? { count: 1, reset: input.windowSeconds }
  return { ok: count <= limit, limit, remaining: Math.max(0, limit - count), resetSeconds: reset }
}

/** Windows that have passed. */
export const sweepLimits = () => sql.query(`delete from rate_limit where until < now() - interval '1 hour'`)
