import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { env } from './env'

export type Prepared = { readonly name: string; readonly text: string }

/** What a query needs to run: the pool or an open transaction. */
export type Tx = {
  query<Row extends object>(
    sql: string | Prepared,
    params?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>
}

/** A statement of the hot paths: each connection parses it once. Only for fixed texts, the server keeps them all. */
export const prepared = (text: string): Prepared => ({
  name: createHash('sha256').update(text).digest('base64url').slice(0, 20),
  text,
})

export class VersionConflict extends Error {}

pg.types.setTypeParser(20, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint beyond 2^53: ${text}`)
  return value
})

/** The ladder: pool 2 s < lock 3 s < statement 8 s < idle transaction 10 s < HTTP 15 s. No wait is unbounded. */
const options = '-c statement_timeout=8000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=10000 -c jit=off'

/** A new connection reads the catalogs and parses all its statements anew: longer than many a question itself. */
const IDLE_MS = 60_000

/** `care`: more settings of its connections, as `-c name=value`. */
export const openPool = (url: string, max = env.DATABASE_POOL, care = '') => {
  const settings = { connectionTimeoutMillis: 2_000, idleTimeoutMillis: IDLE_MS, keepAlive: true, pipeline: true }
  // Whatever ends the pools of a script ends it, too: nobody knows all of them.
  const pool = new pg.Pool({
    connectionString: url,
    max,
    ...settings,
    options: `${options} ${care}`,
    allowExitOnIdle: care !== '',
  })
  pool.on('error', () => undefined)
  return pool
}

type Beside = WeakMap<pg.Pool, Map<string, pg.Pool>>
/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorPool?: pg.Pool; bozorBeside?: Beside }

export const connect = (pool: pg.Pool) => void (shared.bozorPool = pool)

export const pool = (): pg.Pool => (shared.bozorPool ??= openPool(env.DATABASE_URL))

/** Half as many connections beside the pool's own, with settings that would otherwise travel with every question. */
export function poolBeside(care: string): pg.Pool {
  const main = pool()
  const all = (shared.bozorBeside ??= new WeakMap())
  const known = all.get(main) ?? new Map<string, pg.Pool>()
  all.set(main, known)
  const { connectionString = env.DATABASE_URL, max } = main.options
  const found = known.get(care) ?? openPool(connectionString, Math.ceil(max / 2), care)
  known.set(care, found)
  return found
}

/** Outside a transaction: reads and single statements. */
export const sql: Tx = { query: (text, params) => pool().query(text as string, params as unknown[]) as never }

const isFollowUp = (error: unknown) => (error as { code?: string }).code === '25P02'

/**
 * Work of one transaction that does not wait for each other, so that its statements share round trips. All of it has
 * ended before a failure is thrown: nothing may be sent behind the rollback. The cause is thrown, not what followed.
 */
export async function together<const Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [At in keyof Work]: Awaited<Work[At]> }> {
  const ended = await Promise.allSettled(work)
  const errors = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  if (errors.length > 0) throw errors.find((error) => !isFollowUp(error)) ?? errors[0]
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as never
}

const retryable = new Set(['40001', '40P01'])
const mayRetry = (error: unknown) =>
  error instanceof VersionConflict || retryable.has((error as { code?: string }).code ?? '')

/** A refusal inside a transaction undoes what was written before it. */
class Refused extends Error {
  constructor(readonly result: unknown) {
    super('refused')
  }
}

const isRefusal = (value: unknown) =>
  typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false

type Corked = { cork(): void; uncork(): void }

/** The driver's line, where it can be held back for a turn: no promise of the driver's, so another version may have none. */
const lineOf = (client: object): Corked | null => {
  const { stream } = (client as { connection?: { stream?: Partial<Corked> } }).connection ?? {}
  return typeof stream?.cork === 'function' && typeof stream.uncork === 'function' ? (stream as Corked) : null
}

/** Statements of one turn travel in one packet: the system call costs more than what it carries. */
export function packing(client: Pick<pg.PoolClient, 'query'>): Tx {
  const line = lineOf(client)
  let packed = false
  const send = () => {
    packed = false
    line?.uncork()
  }
  return {
    query(statement, params) {
      if (line && !packed) {
        packed = true
        line.cork()
        process.nextTick(send)
      }
      return client.query(statement as string, params) as never
    },
  }
}

/**
 * Questions that do not wait for each other, over one connection: they share its round trips, and no other of the
 * server's processes is woken for each. No transaction.
 */
export async function sharing<T>(work: (tx: Tx) => Promise<T>, from: pg.Pool = pool()): Promise<T> {
  const client = await from.connect()
  try {
    return await work(packing(client))
  } finally {
    client.release()
  }
}

async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    // Not waited for: it travels with the first statement.
    const tx = packing(client)
    const begun = tx.query('begin')
    const [result] = await together([work(tx), begun])
    if (isRefusal(result)) throw new Refused(result)
    const { command } = await client.query('commit')
    if (command !== 'COMMIT') throw new Error('A failed statement was overlooked: nothing was committed')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    if (error instanceof Refused) return error.result as T
    throw error
  } finally {
    client.release(broken)
  }
}

/** Runs `work` in one transaction. A lost race runs it again from the top; a refusal (`ok: false`) rolls back. */
export async function transact<T>(work: (tx: Tx) => Promise<T>, attempts = 6): Promise<T> {
  try {
    return await once(work)
  } catch (error) {
    if (!mayRetry(error) || attempts <= 1) throw error
    await pause(5 + Math.random() * 40)
    return transact(work, attempts - 1)
  }
}
