import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from './db'
import { dropTestDbs, testDb } from './test-db'

let url = ''
beforeAll(async () => {
  const pool = await testDb()
  url = pool.options.connectionString ?? ''
  await sql.query('create table seen (stream_id text, version int, k bigint generated always as identity)')
})
afterAll(dropTestDbs)

const run = async (role: string, amount: number) => {
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'lib/kernel/race-process.ts', role, String(amount)],
    { cwd: path.resolve('.'), env: { ...process.env, DATABASE_URL: url }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}

/** Fails as soon as the feed reads past `pg_snapshot_xmin`: events of slow transactions are then skipped. */
test('two processes append, two react: every event is handled once and in the order of its stream', async () => {
  await Promise.all([run('append', 120), run('append', 120), run('react', 0), run('react', 0)])
  await run('react-to-end', 0)
  const { rows } = await sql.query<{ written: number; handled: number; distinct: number; disorder: number }>(
    `select (select count(*)::int from event) as written, count(*)::int as handled,
            count(distinct (stream_id, version))::int as distinct,
            (select count(*)::int from (select version < lag(version) over (partition by stream_id order by k) as late
               from seen) s where late) as disorder
       from seen`,
  )
  expect(rows[0]).toEqual({ written: 960, handled: 960, distinct: 960, disorder: 0 })
}, 60_000)
