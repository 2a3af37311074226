import { sql } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import { type Currency, money } from '@/lib/kernel/money'
import type { Payment, PaymentId, PaymentStatus, Provider } from '../schema'

type Row = {
  id: PaymentId
  order_id: Id<'ord'>
  provider: Provider
  status: PaymentStatus
  amount: number
  captured: number
  refunded: number
  currency: Currency
  url: string | null
  created_at: Date
}

const columns = 'id, order_id, provider, status, amount, captured, refunded, currency, url, created_at'

const toPayment = (row: Row): Payment => ({
  id: row.id,
  orderId: row.order_id,
  provider: row.provider,
  status: row.status,
  amount: money(row.amount, row.currency),
  captured: money(row.captured, row.currency),
  refunded: money(row.refunded, row.currency),
  url: row.url,
  createdAt: row.created_at.toISOString(),
})

/** The order's reader has already been let in by the order. */
export async function listPayments(orderId: string): Promise<Payment[]> {
  const { rows } = await sql.query<Row>(
    `select ${columns} from payment_view where order_id = $1 order by created_at, id`,
    [orderId],
  )
  return rows.map(toPayment)
}

/** Its id is as good as a ticket: 80 random bits, known to whoever was sent to pay. */
export async function getPayment(paymentId: string): Promise<Payment | null> {
  const { rows } = await sql.query<Row>(`select ${columns} from payment_view where id = $1`, [paymentId])
  return rows[0] ? toPayment(rows[0]) : null
}
