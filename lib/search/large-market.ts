import type pg from 'pg'
import { pauseIndexes, resumeIndexes } from '@/prisma/seed/pause-indexes'
import { seededMarket } from './seeded-market'

const tables = {
  product: {
    id: `t.id || '-kopiya' || k`,
    slug: `t.slug || '-kopiya' || k`,
    slugs: `'{}'::jsonb`,
    seq: 't.seq + 10000 * k',
    sold_count: 't.sold_count + k',
  },
  variant: {
    id: `t.id || '-kopiya' || k`,
    product_id: `t.product_id || '-' || k`,
    sku: `t.sku || '-' || k`,
    gtin: 'null',
  },
  search_document: { product_id: `t.product_id || '-kopiya' || k` },
} as const

/** The seeded market so many times over: large enough that reading a table from end to end is never the cheaper plan. */
export async function largeMarket(times = 25): Promise<pg.Pool> {
  const pool = await seededMarket()
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await pauseIndexes(client)
    for (const [table, own] of Object.entries(tables)) await multiply(client, table, own, times)
    await resumeIndexes(client, () => undefined)
    await client.query('vacuum analyze product, variant, search_document, search_word')
  } finally {
    client.release(true)
  }
  return pool
}

/** So many that sell best stand in front, and so many of these at the head, at once. */
export async function setFront(pool: pg.Pool, front: number, head: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await pauseIndexes(client)
    await client.query(
      `with best as materialized (
         select id, row_number() over (order by sold_count desc, seq desc) as place from product where status = 'active')
       update search_document set front = place <= $1, head = place <= $2 from best where id = product_id`,
      [front, head],
    )
    // Leaves no room between the rows: one that is written from now on comes last.
    await client.query('vacuum full search_document')
    await resumeIndexes(client, () => undefined)
    await client.query('vacuum analyze search_document')
  } finally {
    client.release(true)
  }
}

async function multiply(client: pg.ClientBase, table: string, own: Readonly<Record<string, string>>, times: number) {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  const values = names.map((name) => own[name] ?? `t.${name}`).join(', ')
  await client.query(
    `insert into ${table} (${names.join(', ')}) select ${values} from ${table} t, generate_series(1, ${times}) k`,
  )
}
