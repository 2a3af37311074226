import pg from 'pg'
import { freePort } from '../scripts/free-port'
import { stop } from '../scripts/run-child'
import { startWeb } from '../scripts/web'

const tables = [
  'experiment',
  'experiment_exposure',
  'experiment_view',
  'place_option',
  'heat_cell',
  'heat_look',
  'heat_setting',
  'shop_pixel',
]

export type TrialInstance = { base: string; db: pg.Client; stop: () => Promise<void> }

/**
 * One more instance on the same market that has experiments and maps of its own: what is tried there is seen by nobody
 * whom the other tests look through.
 */
export async function startTrialInstance(
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<TrialInstance> {
  const PORT = String(await freePort())
  const schema = `e2e_trials_${PORT}`
  const url = new URL(databaseUrl)
  url.searchParams.set('options', `-c search_path=${schema},public`)
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  await db.query(`create schema if not exists ${schema}`)
  for (const table of tables)
    await db.query(`create table if not exists ${schema}.${table} (like public.${table} including all)`)
  const APP_URL = `http://localhost:${PORT}`
  const own = { PORT, APP_URL, NEXTAUTH_URL: APP_URL, WORKER: 'off', LOG_LEVEL: 'warn', DATABASE_URL: url.href }
  const child = await startWeb({ ...process.env, ...own, ...more })
  const end = async () => {
    await stop(child)
    await db.query(`drop schema ${schema} cascade`)
    await db.end()
  }
  return { base: APP_URL, db, stop: end }
}
