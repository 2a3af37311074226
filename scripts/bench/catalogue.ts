import type pg from 'pg'
import { connect, openPool } from '@/lib/kernel/db'
import { type Asking, askings } from './catalogue-askings'
import { type Figure, figure, percentile } from './figure'

const connections = 8
/** Each asks this often; what comes before warms and is thrown away: every connection has to plan each statement once. */
const rounds = 25
const warming = 10

/**
 * What shoppers ask of the catalogue at each size, 8 at once, beside the one bare statement that answers the same
 * question. `grow` brings the database at `url` to so many products; null: as many as there are.
 */
export async function measureCatalogue(
  url: string,
  sizes: readonly (number | null)[],
  grow: (products: number) => Promise<void>,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const size of sizes.toSorted((a, b) => Number(a) - Number(b))) {
    if (size !== null) await grow(size)
    // As many connections as a server opens that nobody has told otherwise.
    const pool = openPool(url)
    connect(pool)
    try {
      await openAll(pool)
      const products = size ?? (await countProducts(pool))
      for (const asking of await askings(pool)) figures.push(...(await measure(asking, pool, products)))
    } finally {
      await pool.end()
    }
  }
  return figures
}

/** One after the other: greeting a busy server takes longer than a pool waits. */
async function openAll(pool: pg.Pool): Promise<void> {
  const clients: pg.PoolClient[] = []
  for (let at = 0; at < pool.options.max; at += 1) clients.push(await pool.connect())
  for (const client of clients) client.release()
}

const countProducts = async (pool: pg.Pool): Promise<number> =>
  (await pool.query<{ n: number }>('select count(*) as n from product')).rows[0]?.n ?? 0

async function measure({ name, ask, bare }: Asking, pool: pg.Pool, products: number): Promise<Figure[]> {
  const ours = await timed(ask)
  const raw = await timed((at) => pool.query(...bare(at)))
  const title = `${name}, ${products.toLocaleString('en')} products`
  return [
    figure(`${title}, p50 at ${connections}`, percentile(ours, 0.5), 'ms', percentile(raw, 0.5)),
    figure(`${title}, p99 at ${connections}`, percentile(ours, 0.99), 'ms', percentile(raw, 0.99)),
  ]
}

async function timed(ask: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  const lane = async (first: number) => {
    for (let round = -warming; round < rounds; round += 1) {
      const began = performance.now()
      await ask(Math.abs(round) * connections + first)
      if (round >= 0) times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, first) => lane(first)))
  return times.sort((a, b) => a - b)
}
