import { randomUUID } from 'node:crypto'
import { sql, type Tx } from '@/lib/kernel/db'
import type { Choices, Format, ImportStatus, Mapping, Source } from '../schema'

export type Work = {
  id: string
  shopId: string
  format: Format
  source: Source
  mapping: Mapping
  choices: Choices
  dryRun: boolean
  status: ImportStatus
  rows: number
  turns: number
  lease: string
}

const LEASE = `interval '30 seconds'`

/** Whoever has the lease works on the import; null while another does, or when there is nothing to do. */
export async function takeLease(id: string): Promise<Work | null> {
  const { rows } = await sql.query<Work>(
    `update goods_import set lease = $2, lease_until = now() + ${LEASE}, turns = turns + 1
      where id = $1 and status in ('reading', 'running', 'pictures')
        and (lease_until is null or lease_until < now())
      returning id, shop_id as "shopId", format, source, mapping, choices, dry_run as "dryRun", status, rows, turns,
                lease`,
    [id, randomUUID()],
  )
  return rows[0] ?? null
}

/** Another has taken over: what this one has not committed is not its business any more. */
export class LeaseLost extends Error {}

/** In the transaction of the work itself, so that nothing is written by one who has been replaced. */
export async function renewLease(tx: Tx, { id, lease }: Work): Promise<void> {
  const { rowCount } = await tx.query(
    `update goods_import set lease_until = now() + ${LEASE} where id = $1 and lease = $2`,
    [id, lease],
  )
  if (rowCount === 0) throw new LeaseLost('The import has another worker')
}

export const giveLease = ({ id, lease }: Work) =>
  sql.query('update goods_import set lease = null, lease_until = null where id = $1 and lease = $2', [id, lease])
