import pg from 'pg'
import { checkDatabase } from './check-database'
import { embeddedPostgres, running } from './instance'
import type { Postgres } from './postgres'
import { StartError } from './start-error'

export type Database = {
  url: string
  name: string
  server: Postgres | null
  stop: () => Promise<void>
}

/** DATABASE_URL, or else the embedded server, started here. */
export async function openServer(): Promise<Database> {
  const given = process.env.DATABASE_URL
  if (given) {
    const { version } = await checkDatabase(given)
    return {
      url: given,
      name: `${version} at ${new URL(given).host} (DATABASE_URL)`,
      server: null,
      stop: async () => {},
    }
  }
  if (process.env.APP_ENV === 'production') {
    throw new StartError('APP_ENV=production needs DATABASE_URL: the embedded PostgreSQL is for trying things out.')
  }
  const server = await embeddedPostgres()
  return { url: server.url('bozor'), name: `18, embedded, on port ${server.port}`, server, stop: server.stop }
}

/** The database of the running start, or one opened for the time of a single command. */
export async function openDatabase(): Promise<Database> {
  const other = running()
  if (!process.env.DATABASE_URL && other) {
    if (!other.databaseUrl) throw new StartError('Bozor is just starting in this folder. Try again in a moment.')
    return { url: other.databaseUrl, name: 'the running one', server: null, stop: async () => {} }
  }
  const database = await openServer()
  if (!database.server || (await hasDatabase(database.server, 'bozor'))) return database
  await database.stop()
  throw new StartError('There is no market in this folder yet. Run npm start once, then this command.')
}

export async function hasDatabase(server: Postgres, name: string): Promise<boolean> {
  return admin(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    return rowCount === 1
  })
}

export async function createDatabase(server: Postgres, name: string): Promise<string> {
  await admin(server, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  })
  return server.url(name)
}

export async function renameDatabase(server: Postgres, from: string, to: string): Promise<void> {
  await admin(server, async (client) => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from])
    await client.query(`alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`)
  })
}

async function admin<T>(server: Postgres, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A copy with the same ids, so that the pages of the last build belong to it too. */
export async function copyDatabase(server: Postgres, from: string, to: string): Promise<string> {
  await dropDatabase(server, to)
  if (!(await hasDatabase(server, from))) {
    throw new StartError('There is no market in this folder yet. Run npm start once, then this command.')
  }
  await admin(server, (client) =>
    client.query(`create database ${pg.escapeIdentifier(to)} template ${pg.escapeIdentifier(from)}`),
  )
  return server.url(to)
}

export async function dropDatabase(server: Postgres, name: string): Promise<void> {
  await admin(server, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`))
}
