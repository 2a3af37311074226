import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { copyDatabase, createDatabase, type Database, hasDatabase, renameDatabase } from './database'
import { hashFiles } from './hash-files'
import { home } from './instance'
import type { Postgres } from './postgres'
import { bin, run, typescript } from './run-child'
import { StartError, wrongDisk } from './start-error'
import { step } from './step'
import { tellingLines } from './telling-lines'

const generated = 'lib/db/generated/client.ts'

/** The Prisma client is made from the schema; its engine download is switched off, since nothing needs the engine. */
export async function generateClient(): Promise<void> {
  const file = path.join(home, 'prisma-hash')
  const hash = hashFiles(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  if (fs.existsSync(generated) && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash) return
  await step('database client', async () => {
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }
    const ended = await run([bin('prisma', 'build/index.js'), 'generate'], env, true)
    if (ended.code !== 0) throw failed('The database client could not be generated', ended.output)
  })
  fs.mkdirSync(home, { recursive: true })
  fs.writeFileSync(file, hash)
}

/**
 * Migrates and seeds. The embedded market is made under another name and renamed when whole,
 * so that a first start which is interrupted leaves nothing half-filled behind.
 */
export async function fill(database: Database): Promise<void> {
  const { server } = database
  if (!server || (await hasDatabase(server, 'bozor'))) {
    if (!(await isMigrated(database.url))) await migrateStep(database.url)
    if (!server) await seedOnce(database.url)
    return
  }
  const url = await createDatabase(server, 'bozor_new')
  await migrateStep(url)
  await seedStep(url)
  await renameDatabase(server, 'bozor_new', 'bozor')
}

async function seedOnce(url: string): Promise<void> {
  // A real market is never filled with demo goods and demo logins.
  if (process.env.APP_ENV === 'production') return
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ filled: boolean }>('select exists (select from product) as filled')
  await client.end()
  if (!rows[0]?.filled) await seedStep(url)
}

/** Asked with one query, because loading the migration engine takes longer than the rest of a second start. */
async function isMigrated(url: string): Promise<boolean> {
  const known = fs.readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ migration_name: string; queue: boolean }>(
      `select migration_name, to_regclass('pgboss.job') is not null as queue
         from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
    )
    const applied = new Set(rows.map(({ migration_name }) => migration_name))
    return rows.every(({ queue }) => queue) && known.every(({ name }) => applied.has(name))
  } catch {
    return false
  } finally {
    await client.end()
  }
}

async function migrateStep(url: string): Promise<void> {
  await step('migrations', () => migrateQuietly(url))
}

export async function migrateQuietly(url: string): Promise<void> {
  const ended = await run([...typescript, 'scripts/migrate.ts'], { ...process.env, DATABASE_URL: url }, true)
  if (ended.code !== 0) throw failed('The database could not be migrated', ended.output)
}

async function seedStep(url: string, products?: number): Promise<void> {
  console.log('… building the demo market (once)')
  await step('demo market', async () => {
    const flags = products ? ['--products', String(products)] : []
    const ended = await run([...typescript, 'scripts/seed.ts', ...flags], { ...process.env, DATABASE_URL: url })
    if (ended.code !== 0) throw failed('The demo market could not be built', '')
  })
}

/** A copy of the market of this folder with the tables of today: the last start may be older than the sources. */
export async function copyMarket(server: Postgres, to: string): Promise<string> {
  const url = await copyDatabase(server, 'bozor', to)
  if (!(await isMigrated(url))) await migrateQuietly(url)
  return url
}

/** Fills a fresh database of a temporary server, for tests and benchmarks. */
export async function fillFresh(url: string): Promise<void> {
  await migrateStep(url)
  await seedStep(url)
}

export function failed(sentence: string, output: string): Error {
  const told = wrongDisk(output)
  if (told) return told
  if (output) console.error(tellingLines(output))
  return new StartError(
    `${sentence}. ${output ? 'The lines above say why.' : 'Run the same command again, nothing is half-done.'}`,
  )
}
