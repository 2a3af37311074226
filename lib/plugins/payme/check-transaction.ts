import { sql } from '@/lib/kernel/db'
import { type Answer, accept, refuse } from './errors'
import type { IdParams } from './params'
import { findTransaction, ownId } from './transaction'

/** Read-only: a transaction past its time is told as it is stored until somebody acts on it. */
export async function checkTransaction({ id }: IdParams): Promise<Answer> {
  const row = await findTransaction(sql, id)
  if (!row) return refuse(-31003)
  const { create_time, perform_time, cancel_time, state, reason } = row
  return accept({ create_time, perform_time, cancel_time, transaction: ownId(row), state, reason })
}
