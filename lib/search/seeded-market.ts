import pg from 'pg'
import { testDb } from '@/lib/kernel/test-db'
import { writeMarket } from '@/prisma/seed/write-market'
import { writeProducts } from '@/prisma/seed/write-products'

/** A test database with the demo market of 600 products, without pictures. */
export async function seededMarket(): Promise<pg.Pool> {
  const pool = await testDb()
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  url.pathname = `/${rows[0]?.name}`
  // The seed streams its rows, which the kernel's pipelined connections cannot.
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query('begin')
  await writeMarket(client, { logins: false })
  await writeProducts(client, 0, 600, new Map())
  await client.query('commit')
  await client.query('analyze')
  await client.end()
  return pool
}
