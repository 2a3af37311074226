import { prepared, sql, type Tx } from '@/lib/kernel/db'
import type { CashLimit } from '../schema'

type Row = { region: number; allowed: boolean; most: number; most_first: number }

const toLimit = ({ allowed, most, most_first }: Row): CashLimit => ({ allowed, most, mostFirst: most_first })

const own = prepared('select region, allowed, most, most_first from cash_limit where region in (0, $1) order by region')

/** A region's own limit, or everybody's. */
export async function readCashLimit(tx: Tx, region: number | null): Promise<CashLimit> {
  const { rows } = await tx.query<Row>(own, [region ?? 0])
  const row = rows.at(-1)
  return row ? toLimit(row) : { allowed: true, most: 0, mostFirst: 0 }
}

export async function listCashLimits(): Promise<(CashLimit & { region: number })[]> {
  const { rows } = await sql.query<Row>('select region, allowed, most, most_first from cash_limit order by region')
  return rows.map((row) => ({ region: row.region, ...toLimit(row) }))
}
