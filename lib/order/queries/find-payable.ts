import type { Tx } from '@/lib/kernel/db'
import { type Currency, money } from '@/lib/kernel/money'
import type { PayableOrder } from '@/lib/payment/ports'
import type { OrderId, OrderStatus } from '../schema'

type Row = {
  id: OrderId
  number: string
  status: OrderStatus
  total: number
  credit: number
  currency: Currency
  paid_total: number
}

const stateOf = ({ status, paid_total }: Row): PayableOrder['state'] => {
  if (status === 'completed' || status === 'cancelled') return status
  return status === 'paid' || paid_total > 0 ? 'paid' : 'payable'
}

/** By our id or by the number that providers see. `total`: what a provider is asked for. */
export async function findPayable(tx: Tx, ref: { id: string } | { number: string }): Promise<PayableOrder | null> {
  const [column, value] = 'id' in ref ? ['id', ref.id] : ['number', ref.number]
  const { rows } = await tx.query<Row>(
    `select id, number, status, total, credit, currency, paid_total from order_view where ${column} = $1`,
    [value],
  )
  const row = rows[0]
  if (!row) return null
  const total = money(row.total - row.credit, row.currency)
  return { id: row.id, number: row.number, total, credited: row.credit > 0, state: stateOf(row) }
}
