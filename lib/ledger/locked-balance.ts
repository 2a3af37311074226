import type { Tx } from '@/lib/kernel/db'

/** Of a shop's or a person's account, debit positive; locked until the caller's transaction ends, so that effects on it queue up. */
export async function lockedBalance(tx: Tx, code: string): Promise<number> {
  const { rows } = await tx.query<{ amount: number }>(
    `select b.amount from ledger_balance b join ledger_account a on a.id = b.account_id
      where a.code = $1 for update of b`,
    [code],
  )
  return rows[0]?.amount ?? 0
}
