import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'

export type Transaction = {
  click_trans_id: string
  click_paydoc_id: string | null
  order_id: Id<'ord'>
  number: string
  payment_id: Id<'pay'>
  prepare_id: number
  confirm_id: number | null
  /** Tiyin. */
  amount: number
  state: 'prepared' | 'confirmed' | 'cancelled'
  prepared_at: Date
}

const columns =
  'click_trans_id, click_paydoc_id, order_id, number, payment_id, prepare_id, confirm_id, amount, state, prepared_at'

const first = async (tx: Tx, rest: string, params: unknown[]) =>
  (await tx.query<Transaction>(`select ${columns} from click_transaction where ${rest}`, params)).rows[0]

/** Two calls about one transaction follow each other. */
export const lockTransaction = (tx: Tx, clickTransId: string) =>
  first(tx, 'click_trans_id = $1 for update', [clickTransId])

export const findTransaction = (tx: Tx, clickTransId: string) => first(tx, 'click_trans_id = $1', [clickTransId])

/** A payer may try more than once; the first first. */
export async function listAttempts(tx: Tx, paymentId: string): Promise<Transaction[]> {
  const { rows } = await tx.query<Transaction>(
    `select ${columns} from click_transaction where payment_id = $1 order by prepared_at limit 50`,
    [paymentId],
  )
  return rows
}

type Fresh = Pick<Transaction, 'click_trans_id' | 'click_paydoc_id' | 'order_id' | 'number' | 'payment_id' | 'amount'>

/** Undefined: a twin of this call has opened it meanwhile. */
export async function openTransaction(tx: Tx, row: Fresh): Promise<Transaction | undefined> {
  const { rows } = await tx.query<Transaction>(
    `insert into click_transaction (click_trans_id, click_paydoc_id, order_id, number, payment_id, amount)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning ${columns}`,
    [row.click_trans_id, row.click_paydoc_id, row.order_id, row.number, row.payment_id, row.amount],
  )
  return rows[0]
}

/** The payer's document may be told only now. */
export async function confirmTransaction(tx: Tx, row: Transaction, paymentId: string, paydocId: string | null) {
  const { rows } = await tx.query<{ confirm_id: number }>(
    `update click_transaction
        set state = 'confirmed', confirmed_at = now(), payment_id = $2,
            click_paydoc_id = coalesce(click_paydoc_id, $3),
            confirm_id = nextval(pg_get_serial_sequence('click_transaction', 'prepare_id'))
      where click_trans_id = $1 returning confirm_id`,
    [row.click_trans_id, paymentId, paydocId],
  )
  return rows[0]?.confirm_id ?? 0
}

export async function cancelTransaction(tx: Tx, clickTransId: string, error: string, note: string): Promise<void> {
  await tx.query(
    `update click_transaction set state = 'cancelled', cancelled_at = now(), error = $2, error_note = $3
      where click_trans_id = $1 and state = 'prepared'`,
    [clickTransId, Number(error), note.slice(0, 300)],
  )
}

export async function keepPaydoc(tx: Tx, clickTransId: string, paydocId: string): Promise<void> {
  await tx.query(
    'update click_transaction set click_paydoc_id = $2 where click_trans_id = $1 and click_paydoc_id is null',
    [clickTransId, paydocId],
  )
}
