import { sql } from '@/lib/kernel/db'
import { type Answer, accept, refuse } from './errors'
import type { StatementParams } from './params'
import { ownId, statement } from './transaction'

/** By Payme's time, both ends included, oldest first, whatever became of them. */
export async function getStatement({ from, to }: StatementParams): Promise<Answer> {
  if (from > to) return refuse(-32600)
  const rows = await statement(sql, from, to)
  const transactions = rows.map((row) => ({
    id: row.id,
    time: row.time,
    amount: row.amount,
    account: row.account,
    create_time: row.create_time,
    perform_time: row.perform_time,
    cancel_time: row.cancel_time,
    transaction: ownId(row),
    state: row.state,
    reason: row.reason,
  }))
  return accept({ transactions })
}
