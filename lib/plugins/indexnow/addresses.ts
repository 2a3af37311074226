import type { Tx } from '@/lib/kernel/db'

/** An address is told of at most once in ten minutes, however often it changes. */
export const QUIET_MINUTES = 10

/** The protocol takes no more in one request. */
export const MOST = 10_000

/** Remembers that pages have changed; repeating it changes nothing. */
export async function markChanged(tx: Tx, paths: readonly string[]): Promise<void> {
  // In one order, so that two writers never wait for each other.
  await tx.query(
    `insert into indexnow_address (path, changed_at) select path, now() from unnest($1::text[]) path order by path
     on conflict (path) do update set changed_at = coalesce(indexnow_address.changed_at, excluded.changed_at)`,
    [[...new Set(paths)]],
  )
}

/** Puts what is due into a batch; answers how many. A change during the request is told of in a later one. */
export async function takeBatch(tx: Tx, batch: string): Promise<number> {
  const { rowCount } = await tx.query(
    `update indexnow_address a set batch = $1, changed_at = null, sent_at = now()
       from (select path from indexnow_address
              where changed_at is not null and batch is null
                and (sent_at is null or sent_at <= now() - $2 * interval '1 minute')
              order by sent_at nulls first, path limit $3 for update skip locked) due
      where a.path = due.path`,
    [batch, QUIET_MINUTES, MOST],
  )
  return rowCount ?? 0
}

export async function readBatch(tx: Tx, batch: string): Promise<string[]> {
  const { rows } = await tx.query<{ path: string }>(
    'select path from indexnow_address where batch = $1 order by path',
    [batch],
  )
  return rows.map(({ path }) => path)
}

export const markSent = (tx: Tx, batch: string) =>
  tx.query('update indexnow_address set batch = null, sent_at = now() where batch = $1', [batch])

/** What has long been told of is forgotten; a batch whose job was given up waits again. */
export async function sweepAddresses(tx: Tx): Promise<void> {
  await tx.query(
    `update indexnow_address set batch = null, changed_at = coalesce(changed_at, sent_at)
      where batch is not null and sent_at < now() - interval '6 hours'`,
  )
  await tx.query(
    `delete from indexnow_address where changed_at is null and batch is null and sent_at < now() - interval '1 day'`,
  )
}
