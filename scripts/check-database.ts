import pg from 'pg'
import { StartError } from './start-error'

const oldest = 140_000

/** Connects once, so that a wrong DATABASE_URL is one sentence here and not a stack somewhere later. */
export async function checkDatabase(url: string): Promise<{ version: string }> {
  const client = new pg.Client({ connectionString: parse(url), connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: string }>(
      "select current_setting('server_version') as version, current_setting('server_version_num') as number",
    )
    const { version = '', number = '0' } = rows[0] ?? {}
    if (Number(number) < oldest) throw new StartError(`PostgreSQL ${version} is too old: 14 or newer is needed.`)
    return { version: version.split(' ')[0] ?? version }
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(sentence(url, error))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Tells one cluster and database from another: pages are built for one of them. */
export async function databaseIdentity(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      "select system_identifier || '/' || (select oid from pg_database where datname = current_database()) as id " +
        'from pg_control_system()',
    )
    return rows[0]?.id ?? url
  } catch {
    return url
  } finally {
    await client.end()
  }
}

function parse(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartError(
      'DATABASE_URL is no PostgreSQL address. It looks like postgres://user:password@host:5432/database',
    )
  }
  return url
}

/** Says what is wrong without repeating the password. */
function sentence(url: string, error: unknown): string {
  const { host, pathname, username } = new URL(url)
  const { code = '', message } = error as NodeJS.ErrnoException
  const advice: Record<string, string> = {
    ECONNREFUSED: `no server answers at ${host}. Start it, or leave DATABASE_URL out to use the embedded one.`,
    ENOTFOUND: `there is no host ${host}.`,
    EAI_AGAIN: `the name ${host} cannot be looked up now.`,
    ETIMEDOUT: `${host} does not answer.`,
    '28P01': `the server refuses the password of ${username}.`,
    '28000': `the server does not let ${username} in.`,
    '3D000': `the server has no database ${pathname.slice(1)}. Create it: createdb ${pathname.slice(1)}`,
    '53300': 'the server has no connection left.',
  }
  return `The database of DATABASE_URL cannot be used: ${advice[code] ?? message}`
}
