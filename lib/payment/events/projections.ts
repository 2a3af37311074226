import { on, type Reaction } from '@/lib/kernel/plugin'
import type { PaymentEvent } from '../domain/payment'

type Of<Type extends PaymentEvent['type']> = Extract<PaymentEvent, { type: Type }>

const capture = (status: 'captured' | 'captured_excess'): Reaction =>
  on<Of<'PaymentCaptured'>>(async (tx, { data, at }) => {
    await tx.query(
      'update payment_view set status = $2, captured = $3, provider_ref = $4, updated_at = $5 where id = $1',
      [data.paymentId, status, data.amount.amount, data.providerRef, at],
    )
  })

export const projections: { [Type in PaymentEvent['type']]: Reaction } = {
  PaymentRequested: on<Of<'PaymentRequested'>>(async (tx, { data, at }) => {
    await tx.query(
      `insert into payment_view (id, order_id, provider, status, amount, currency, url, created_at, updated_at)
       values ($1, $2, $3, 'requested', $4, $5, $6, $7, $7)`,
      [data.paymentId, data.orderId, data.provider, data.amount.amount, data.amount.currency, data.url, at],
    )
  }),
  PaymentCaptured: capture('captured'),
  PaymentCapturedExcess: capture('captured_excess'),
  PaymentCancelled: on<Of<'PaymentCancelled'>>(async (tx, { data, at }) => {
    await tx.query(`update payment_view set status = 'cancelled', updated_at = $2 where id = $1`, [data.paymentId, at])
  }),
  /** Counted when accepted, so that nothing is given back twice while the provider is slow. */
  RefundRequested: on<Of<'RefundRequested'>>(async (tx, { data, at }) => {
    await tx.query('update payment_view set refunded = refunded + $2, updated_at = $3 where id = $1', [
      data.paymentId,
      data.amount.amount,
      at,
    ])
  }),
  PaymentRefunded: on<Of<'PaymentRefunded'>>(async (tx, { data, at }) => {
    await tx.query(
      `update payment_view set status = case when refunded = captured then 'refunded' else status end, updated_at = $2
        where id = $1`,
      [data.paymentId, at],
    )
  }),
}
