import pg from 'pg'
import { countFacets } from '@/lib/catalog/commands/count-facets'
import { foldTallies } from '@/lib/catalog/commands/fold-tallies'
import { pool } from '@/lib/kernel/db'
import { env } from '@/lib/kernel/env'
import { batches } from './batches'
import { ids, lastSeedId } from './market/catalogue'
import { shops } from './market/shops'
import { pauseIndexes, resumeIndexes, worthPausing } from './pause-indexes'
import { blurOf, drawEssential, essentialTasks } from './pictures'
import { bundlesFrom, writeBundles } from './write-bundles'
import { writeMarket } from './write-market'
import { type Blurs, sendBatch } from './write-products'

export type SeedOptions = { products?: number; log?: (line: string) => void; pictures?: boolean }
export type Seeded = { products: number; added: number }

const size = 2_000
/** Any number, as long as two seeds agree on it: the second one waits and finds the work done. */
const lock = 7_281_301

const locale = new Intl.NumberFormat('en-US')

/** Builds the demo market once and tops it up to `products`; every batch is a transaction, so a killed seed goes on. */
export async function seedMarket({
  products = 600,
  log = () => undefined,
  pictures = true,
}: SeedOptions = {}): Promise<Seeded> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, options: '-c synchronous_commit=off -c jit=off' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const existing = await countSeeded(client)
    await ensureMarket(client, log)
    if (pictures) await ensurePictures(log)
    if (existing < products) {
      if (worthPausing(products - existing, existing)) await pauseIndexes(client)
      await addProducts(client, existing, products, await readBlurs(), log)
    }
    await resumeIndexes(client, log)
    if (existing < bundlesFrom && products >= bundlesFrom) await inTransaction(client, () => writeBundles(client))
    if (existing < products) await finish(client)
    return { products: Math.max(existing, products), added: Math.max(0, products - existing) }
  } finally {
    await client.end()
  }
}

async function countSeeded(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from product where id < $1', [
    lastSeedId('prd'),
  ])
  return rows[0]?.count ?? 0
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function ensureMarket(client: pg.Client, log: (line: string) => void): Promise<void> {
  const first = shops[0]
  if (first === undefined) throw new RangeError('The seed has no shops')
  const { rowCount } = await client.query('select 1 from shop where id = $1', [ids.shop(first.slug)])
  if (rowCount !== 0) return
  await inTransaction(client, () => writeMarket(client, { logins: env.APP_ENV === 'demo' }))
  log(`${shops.length} shops, categories and attributes`)
}

async function ensurePictures(log: (line: string) => void): Promise<void> {
  let told = Date.now()
  await drawEssential((done, total) => {
    if (done !== total && Date.now() - told < 5_000) return
    told = Date.now()
    log(`pictures ${done} of ${total}`)
  })
}

async function readBlurs(): Promise<Blurs> {
  const keys = [...new Set(essentialTasks().map(({ key }) => key))]
  const found = new Map<string, string>()
  for (const key of keys) {
    const blur = await blurOf(key)
    if (blur !== undefined) found.set(key, blur)
  }
  return found
}

async function addProducts(
  client: pg.Client,
  from: number,
  to: number,
  blurs: Blurs,
  log: (line: string) => void,
): Promise<void> {
  const began = performance.now()
  for await (const { end, batch } of batches({ from, to, size, url: env.DATABASE_URL, blurs })) {
    await inTransaction(client, () => sendBatch(client, batch))
    const rate = Math.round((end - from) / ((performance.now() - began) / 1000))
    log(`products ${locale.format(end)} of ${locale.format(to)} (${locale.format(rate)}/s)`)
  }
}

/** A shop's score is what its buyers wrote; fresh statistics save the first pages a bad plan. */
async function finish(client: pg.Client): Promise<void> {
  await client.query(
    `update shop s set rating = r.rating, rating_count = r.count
     from (select p.shop_id, round(avg(r.rating) * 100)::int as rating, count(*)::int as count
           from review r join product p on p.id = r.product_id group by p.shop_id) r
     where s.id = r.shop_id`,
  )
  // What the worker does now and then: a large market is quick from its first page on.
  await foldTallies()
  await client.query('vacuum analyze')
  await countFacets()
  await pool().end()
}
