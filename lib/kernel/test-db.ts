import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { plugins } from '@/lib/plugins'
import { connect, openPool } from './db'
import { boot } from './plugin'

const server = () => {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('Database tests need TEST_DATABASE_URL: run them with npm test or npm run check')
  return new URL(url)
}

/** The server that a test database lives on, asked in a connection of its own. */
const admin = async (text: string) => {
  const client = new pg.Client({ connectionString: server().href })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

const open: { pool: pg.Pool; name: string }[] = []

/** A fresh copy of the migrated template `bozor_template`, connected to the kernel, with every plug-in booted. */
export async function testDb(): Promise<pg.Pool> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin(`create database ${name} template ${process.env['TEST_TEMPLATE'] ?? 'bozor_template'}`)
  const url = server()
  url.pathname = `/${name}`
  const pool = openPool(url.href, 60)
  open.push({ pool, name })
  connect(pool)
  boot(plugins)
  return pool
}

/** For `afterAll`: connections closed, databases gone. */
export async function dropTestDbs(): Promise<void> {
  for (const { pool, name } of open.splice(0)) {
    await pool.end()
    await admin(`drop database if exists ${name} with (force)`)
  }
}
