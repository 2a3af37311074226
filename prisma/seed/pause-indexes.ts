import type pg from 'pg'

const paused = 'seed_paused_index'
const tables = ['product', 'product_slug', 'variant', 'price_history', 'review', 'search_document']

/**
 * Many new rows are faster written without the indexes, which are built once at the end. Never for a small share: until
 * then a market that is open would answer slowly.
 */
export const worthPausing = (products: number, existing: number): boolean => products > 5_000 && products > existing

/** Drops what is no constraint and remembers it in a table, in one transaction: a killed seed can put it back. */
export async function pauseIndexes(client: pg.ClientBase): Promise<void> {
  await client.query('begin')
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relname = any($1::text[]) and t.relnamespace = 'public'::regnamespace and not i.indisunique`,
    [tables],
  )
  await client.query(`create table if not exists ${paused} (name text primary key, definition text not null)`)
  for (const { name, definition } of rows) {
    await client.query(`insert into ${paused} values ($1, $2)`, [name, definition])
    await client.query(`drop index "${name}"`)
  }
  await client.query('commit')
}

/** Builds again what a seed, this one or one that was killed, has put aside. */
export async function resumeIndexes(client: pg.ClientBase, log: (line: string) => void): Promise<void> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('${paused}') is not null as there`)
  if (found[0]?.there !== true) return
  const { rows } = await client.query<{ name: string; definition: string }>(`select name, definition from ${paused}`)
  await client.query("set maintenance_work_mem = '512MB'")
  await client.query('set max_parallel_maintenance_workers = 4')
  // A transaction each: the worker of an open market reads its log only below the oldest one.
  for (const { name, definition } of rows) {
    await client.query('begin')
    await client.query(definition)
    await client.query(`delete from ${paused} where name = $1`, [name])
    await client.query('commit')
    log(`index ${name}`)
  }
  await client.query(`drop table ${paused}`)
}
