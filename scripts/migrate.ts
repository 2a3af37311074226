import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepareJobs } from '@/lib/kernel/jobs'
import { boot } from '@/lib/kernel/plugin'
import { plugins } from '@/lib/plugins'
import { filters, openEngine } from './schema-engine'

const dir = path.resolve('prisma/migrations')

const migrations = () =>
  fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

/** Applies what is not yet applied, as `prisma migrate deploy` would, and prepares the job queue. Answers the names. */
export async function migrate(url: string): Promise<string[]> {
  const engine = await openEngine(url)
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: dir,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: migrations().map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: fs.readFileSync(path.join(dir, name, 'migration.sql'), 'utf8') },
        },
      })),
    },
    filters,
  })
  boot(plugins)
  await prepareJobs(url)
  return appliedMigrationNames
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { env } = await import('@/lib/kernel/env')
  const applied = await migrate(env.DATABASE_URL)
  console.log(applied.length ? `applied ${applied.join(', ')}` : 'nothing to apply')
  process.exit(0)
}
