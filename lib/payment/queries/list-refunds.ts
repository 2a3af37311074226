import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import type { PaymentId, Provider, Refund, RefundId, RefundStatus } from '../schema'

type Row = {
  id: RefundId
  order_id: Id<'ord'>
  payment_id: PaymentId
  provider: Provider
  parcel_id: Id<'par'> | null
  shop_id: Id<'sho'> | null
  amount: number
  commission: number
  currency: Currency
  reason: string
  by: Refund['by']
  excess: boolean
  status: RefundStatus
  failure: string | null
  created_at: Date
  done_at: Date | null
}

const select = `select id, order_id, payment_id, provider, parcel_id, shop_id, amount, commission, currency, reason, by,
  excess, status, failure, created_at, done_at from refund_view`

const toRefund = (row: Row): Refund => ({
  id: row.id,
  orderId: row.order_id,
  paymentId: row.payment_id,
  provider: row.provider,
  parcelId: row.parcel_id,
  shopId: row.shop_id,
  amount: money(row.amount, row.currency),
  commission: money(row.commission, row.currency),
  reason: row.reason,
  by: row.by,
  excess: row.excess,
  status: row.status,
  failure: row.failure,
  createdAt: row.created_at.toISOString(),
  doneAt: row.done_at?.toISOString() ?? null,
})

/** The order's reader has already been let in by the order. */
export async function listRefunds(orderId: string): Promise<Refund[]> {
  const { rows } = await sql.query<Row>(`${select} where order_id = $1 order by created_at, id`, [orderId])
  return rows.map(toRefund)
}

export async function getRefund(refundId: string): Promise<Refund | null> {
  const { rows } = await sql.query<Row>(`${select} where id = $1`, [refundId])
  return rows[0] ? toRefund(rows[0]) : null
}

/** For operators: the oldest first; `manual` ones wait for a person (`settleRefund`). */
export async function listDueRefunds(status: RefundStatus = 'manual', limit = 100): Promise<Refund[]> {
  const { rows } = await sql.query<Row>(`${select} where status = $1 order by created_at, id limit $2`, [status, limit])
  return rows.map(toRefund)
}
