import { sql } from '@/lib/kernel/db'
import { type Money, money } from '@/lib/kernel/money'
import type { PaymentId } from '../schema'

/** Money that has come in, once for each time a provider took it. */
export type Capture = {
  paymentId: PaymentId
  providerRef: string
  amount: Money
  /** Taken again for an order that was paid, or gone: it goes back. */
  excess: boolean
  at: string
}

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
