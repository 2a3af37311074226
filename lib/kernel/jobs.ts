import { createHash } from 'node:crypto'
import PgBoss from 'pg-boss'
import { pool, type Tx } from './db'
import { log } from './log'
import { plugins } from './plugin'

const shared = globalThis as { bozorBoss?: PgBoss; bozorBossRuns?: boolean }

const wrap = (tx: Tx) => ({ executeSql: (text: string, values: unknown[]) => tx.query(text, values) as never })

const boss = (): PgBoss => {
  if (!shared.bozorBoss) {
    shared.bozorBoss = new PgBoss({
      db: { executeSql: (text, values) => pool().query(text, values as unknown[]) },
      migrate: false,
      maintenanceIntervalSeconds: 120,
    })
    shared.bozorBoss.on('error', (error) => log.error({ err: error }, 'job queue'))
  }
  return shared.bozorBoss
}

/** The effect's name as a uuid: the queue's primary key refuses a second one. */
const uuidOf = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Asks for slow or outside work from inside the caller's transaction. The key makes asking twice harmless. */
export async function enqueue(
  tx: Tx,
  name: string,
  key: string,
  input: object,
  options: { startAfterSeconds?: number } = {},
): Promise<void> {
  await boss().send(name, input, {
    id: uuidOf(`${name}:${key}`),
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: 300,
    ...(options.startAfterSeconds ? { startAfter: options.startAfterSeconds } : {}),
    db: wrap(tx),
  })
}

const functions = () => Object.entries(Object.assign({}, ...plugins().map((plugin) => plugin.functions ?? {})))

/** The queue's tables and one queue a function; part of migrating, safe to repeat. */
export async function prepareJobs(url: string): Promise<void> {
  const own = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  own.on('error', () => undefined)
  await own.start()
  for (const [name] of functions()) await own.createQueue(name, { name, policy: 'standard' })
  await own.stop({ graceful: false, wait: true })
}

/** Runs due jobs on this instance until stopped. */
export async function startJobs(): Promise<void> {
  if (shared.bozorBossRuns) return
  shared.bozorBossRuns = true
  await boss().start()
  for (const [name, run] of functions()) {
    await boss().createQueue(name, { name, policy: 'standard' })
    await boss().work(name, { pollingIntervalSeconds: 1, batchSize: 5 }, async (jobs) => {
      for (const job of jobs) await (run as (input: unknown) => Promise<unknown>)(job.data)
    })
  }
}

export async function stopJobs(): Promise<void> {
  if (!shared.bozorBossRuns) return
  shared.bozorBossRuns = false
  await boss().stop({ graceful: true, timeout: 5_000, wait: true })
  delete shared.bozorBoss
}
