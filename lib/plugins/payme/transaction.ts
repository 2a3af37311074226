import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'

export type Transaction = {
  id: string
  order_id: Id<'ord'>
  payment_id: Id<'pay'>
  time: number
  amount: number
  account: Record<string, unknown>
  state: 1 | 2 | -1 | -2
  reason: number | null
  create_time: number
  perform_time: number
  cancel_time: number
}

const columns = 'id, order_id, payment_id, time, amount, account, state, reason, create_time, perform_time, cancel_time'

/** Counted from Payme's own time of creation. */
export const LIFE_MS = 43_200_000

export const isExpired = ({ state, time }: Pick<Transaction, 'state' | 'time'>, now: number): boolean =>
  state === 1 && now - time > LIFE_MS

/** A string of ours that names this attempt, as one order may see several. */
export const ownId = ({ payment_id, create_time }: Transaction): string => `${payment_id}.${create_time}`

const first = async (tx: Tx, rest: string, params: unknown[]) =>
  (await tx.query<Transaction>(`select ${columns} from payme_transaction where ${rest}`, params)).rows[0]

export const findTransaction = (tx: Tx, id: string) => first(tx, 'id = $1', [id])

/** Two calls about one transaction follow each other. */
export const lockTransaction = (tx: Tx, id: string) => first(tx, 'id = $1 for update', [id])

/** The one that holds the order now, expired or not. */
export const findLiving = (tx: Tx, orderId: string) => first(tx, 'order_id = $1 and state in (1, 2)', [orderId])

/** False: this id or another living transaction of the order is already there. */
export async function insertTransaction(tx: Tx, row: Transaction): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into payme_transaction (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict do nothing`,
    [
      row.id,
      row.order_id,
      row.payment_id,
      row.time,
      row.amount,
      JSON.stringify(row.account),
      row.state,
      row.reason,
      row.create_time,
      row.perform_time,
      row.cancel_time,
    ],
  )
  return rowCount === 1
}

export async function performed(tx: Tx, id: string, at: number): Promise<void> {
  await tx.query('update payme_transaction set state = 2, perform_time = $2 where id = $1 and state = 1', [id, at])
}

/** 1 becomes -1, 2 becomes -2; time and reason are set once. */
export async function cancelled(tx: Tx, id: string, at: number, reason: number | null): Promise<void> {
  await tx.query(
    'update payme_transaction set state = -state, cancel_time = $2, reason = $3 where id = $1 and state > 0',
    [id, at, reason],
  )
}

export async function statement(tx: Tx, from: number, to: number): Promise<Transaction[]> {
  const { rows } = await tx.query<Transaction>(
    `select ${columns} from payme_transaction where time between $1 and $2 order by time, id`,
    [from, to],
  )
  return rows
}
