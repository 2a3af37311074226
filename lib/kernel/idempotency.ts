import { createHash } from 'node:crypto'
import { crashPoint } from './crash-point'
import { prepared, sql, type Tx } from './db'

type Answer = { status: number; body: unknown }
type Row = { request_hash: string; state: string; status: number | null; response: unknown; locked: boolean }

const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, canonical(inner)]),
        )
      : value

const hashOf = (body: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(canonical(body)))
    .digest('hex')

// Not waited for on the disk: a claim that a crash loses is one whose work was lost too.
const claim = prepared(
  `with relaxed as (select set_config('synchronous_commit', 'off', true))
   insert into idempotency (scope, key, request_hash, locked_until)
   select $1, $2, $3, now() + interval '30 seconds' from relaxed
   on conflict (scope, key) do update set locked_until = excluded.locked_until
     where idempotency.state = 'running' and idempotency.locked_until < now()
       and idempotency.request_hash = excluded.request_hash
   returning 1`,
)

const finish = prepared(
  `update idempotency set state = 'done', status = $3, response = $4 where scope = $1 and key = $2`,
)

/** Stores the answer in the transaction of what it tells of: then no crash can come between the two. */
export type Settle = (tx: Tx, answer: Answer) => Promise<void>

/**
 * Runs `run` once for a key within its scope (a cart, a shop) and stores the answer; a repeat gets the stored one.
 * A row left running by a crash is taken over after its lease of 30 s. Answers of 500 and above are not stored, nor
 * are refusals of the schema: `run` is only called with a valid body.
 */
export async function once(
  { scope, key, body }: { scope: string; key: string; body: unknown },
  run: (settle: Settle) => Promise<Answer>,
): Promise<(Answer & { replayed: boolean }) | { problem: 'idempotency-key-reused' | 'idempotency-key-in-use' }> {
  const hash = hashOf(body)
  const claimed = await sql.query(claim, [scope, key, hash])
  if (!claimed.rowCount) return stored(scope, key, hash)
  let settled: unknown
  const settle: Settle = async (tx, answer) => {
    await tx.query(finish, [scope, key, answer.status, JSON.stringify(answer.body)])
    settled = answer.body
  }
  try {
    const answer = await run(settle)
    if (answer.status >= 500) await forget(scope, key)
    else if (settled === undefined || settled !== answer.body) await settle(sql, answer)
    crashPoint('answer-stored')
    return { ...answer, replayed: false }
  } catch (error) {
    await forget(scope, key)
    throw error
  }
}

const forget = (scope: string, key: string) =>
  sql.query('delete from idempotency where scope = $1 and key = $2', [scope, key])

async function stored(scope: string, key: string, hash: string) {
  const { rows } = await sql.query<Row>(
    'select request_hash, state, status, response from idempotency where scope = $1 and key = $2',
    [scope, key],
  )
  const row = rows[0]
  if (row && row.request_hash !== hash) return { problem: 'idempotency-key-reused' } as const
  if (row?.state !== 'done') return { problem: 'idempotency-key-in-use' } as const
  return { status: row.status ?? 200, body: row.response, replayed: true }
}

/** Answers are kept for seven days. */
export const sweepKeys = () => sql.query(`delete from idempotency where created_at < now() - interval '7 days'`)
