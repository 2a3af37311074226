import { sql } from '@/lib/kernel/db'
import { type Money, money } from '@/lib/kernel/money'
import type { Capture, PaymentId } from '../schema'

type Row = {
  type: string
  data: { paymentId: PaymentId; providerRef: string; amount: Money }
  at: Date
}

/** From the payments' own streams. The order's reader has already been let in. */
export async function listCaptures(paymentIds: readonly string[]): Promise<Capture[]> {
  const { rows } = await sql.query<Row>(
    `select type, data, at from event
      where stream_id = any($1::text[]) and type in ('PaymentCaptured', 'PaymentCapturedExcess') order by at, version`,
    [paymentIds.map((id) => `payment-${id}`)],
  )
  return rows.map(({ type, data, at }) => ({
    paymentId: data.paymentId,
    providerRef: data.providerRef,
    amount: money(data.amount.amount, data.amount.currency),
    excess: type === 'PaymentCapturedExcess',
    at: at.toISOString(),
  }))
}
