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
    await tx.query(
      `with counted as (update payment_view set refunded = refunded + $4, updated_at = $11 where id = $3
                        returning provider)
       insert into refund_view (id, order_id, payment_id, provider, amount, currency, parcel_id, shop_id, commission,
                                reason, by, excess, status, created_at)
       select $1, $2, $3, provider, $4, $5, $6, $7, $8, $9, $10, $12, 'accepted', $11 from counted`,
      [
        data.refundId,
        data.orderId,
        data.paymentId,
        data.amount.amount,
        data.amount.currency,
        data.parcelId,
        data.shopId,
        data.commission.amount,
        data.reason,
        data.by,
        at,
        data.excess,
      ],
    )
  }),
  PaymentRefunded: on<Of<'PaymentRefunded'>>(async (tx, { data, at }) => {
    await tx.query(`update refund_view set status = 'done', done_at = $2 where id = $1`, [data.refundId, at])
    await tx.query(
      `update payment_view p set updated_at = $2,
              status = case when refunded = captured and not exists (
                              select 1 from refund_view r where r.payment_id = p.id and r.status <> 'done')
                            then 'refunded' else status end
        where id = $1`,
      [data.paymentId, at],
    )
  }),
  RefundReturned: on<Of<'RefundReturned'>>(async (tx, { data, at }) => {
    await tx.query(`update refund_view set status = 'manual', failure = $2, done_at = null where id = $1`, [
      data.refundId,
      data.reason,
    ])
    await tx.query(
      `update payment_view set updated_at = $2, status = case when status <> 'refunded' then status
                when (select bool_or(excess) from refund_view where payment_id = $1) then 'captured_excess'
                else 'captured' end
        where id = $1`,
      [data.paymentId, at],
    )
  }),
  RefundFailed: on<Of<'RefundFailed'>>(async (tx, { data }) => {
    await tx.query(
      `update refund_view set failure = $2, status = case when $3 then 'manual' else status end where id = $1`,
      [data.refundId, data.reason, data.manual],
    )
  }),
}
