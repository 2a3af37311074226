import type { Tx } from '@/lib/kernel/db'
import { use } from '@/lib/kernel/plugin'
import { cancelled, type Transaction } from './transaction'

/** Timed out: cancelled with Payme's own reason 4. */
export const TIMEOUT_REASON = 4

/** A transaction that was never performed is over: the order is free for another, and its goods for the next buyer. */
export async function endTransaction(tx: Tx, row: Transaction, at: number, reason: number | null): Promise<void> {
  await cancelled(tx, row.id, at, reason)
  await use('payable-orders').endHold(tx, row.order_id)
}
