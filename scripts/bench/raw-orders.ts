import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inParallel } from './checkouts'

/** The same order by hand: two conditional stock updates, order, lines and outbox in one transaction of six round trips. */
export async function measureRawOrders(
  url: string,
  pairs: string[][],
  clients: number,
  orders: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients })
  await pool.query(`
    create table if not exists bench_order (id text primary key, total bigint, at timestamptz default now());
    create table if not exists bench_line (order_id text, variant_id text, quantity int);
    create table if not exists bench_outbox (position bigserial primary key, data jsonb)`)
  const began = performance.now()
  await inParallel(clients, orders, (at) => placeByHand(pool, pairs[at % pairs.length] ?? []))
  const rate = orders / ((performance.now() - began) / 1000)
  await pool.end()
  return rate
}

async function placeByHand(pool: pg.Pool, variants: string[]): Promise<void> {
  const client = await pool.connect()
  const id = randomUUID()
  try {
    await client.query('begin')
    for (const variant of variants.toSorted()) {
      await client.query(
        'update stock_item set reserved = reserved + 1 where variant_id = $1 and on_hand - reserved >= 1',
        [variant],
      )
    }
    await client.query('insert into bench_order (id, total) values ($1, $2)', [id, 1000])
    await client.query('insert into bench_line select $1, unnest($2::text[]), 1', [id, variants])
    await client.query('insert into bench_outbox (data) values ($1)', [{ id, variants }])
    await client.query('commit')
  } finally {
    client.release()
  }
}
