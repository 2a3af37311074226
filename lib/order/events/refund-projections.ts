import { on, type Reaction } from '@/lib/kernel/plugin'
import type { EventOf, OrderEvent } from '../domain/events'

type OfReturn = EventOf<'ReturnApproved' | 'ReturnRejected'>

const answerReturn = (status: 'approved' | 'rejected'): Reaction =>
  on<OfReturn>(async (tx, { data, at }) => {
    const answer = 'answer' in data ? data.answer : null
    await tx.query('update return_view set status = $2, answer = $3, updated_at = $4 where id = $1', [
      data.returnId,
      status,
      answer,
      at,
    ])
  })

const countRefund = `
  with head as (
    update order_view set refunded_total = refunded_total + $3, credit_back = credit_back + $8, updated_at = $6
     where id = $1
  ), parcel as (
    update parcel_view set refunded = refunded + $3, commission_back = commission_back + $4,
           subsidy_back = subsidy_back + $7, updated_at = $6
     where id = $2
  )
  update parcel_line_view l
     set refunded = l.refunded + b.amount, refunded_quantity = l.refunded_quantity + b.quantity
    from jsonb_to_recordset($5::jsonb) as b(id text, amount bigint, quantity int)
   where l.id = b.id`

type Own = Extract<
  OrderEvent['type'],
  | 'RefundAccepted'
  | 'ParcelReleased'
  | `Dispute${string}`
  | `Return${'Requested' | 'Approved' | 'Rejected' | 'Received'}`
>

/** What goes back to the buyer and what leaves escrow. */
export const refundProjections: { [Type in Own]: Reaction } = {
  RefundAccepted: on<EventOf<'RefundAccepted'>>(async (tx, { data, at }) => {
    const { orderId, parcelId, refundId, amount, credit, subsidy, commission } = data
    const lines = data.lines.map((line) => ({ id: line.lineId, amount: line.amount.amount, quantity: line.quantity }))
    const sums = [
      amount.amount,
      commission.amount,
      JSON.stringify(lines),
      at,
      subsidy?.amount ?? 0,
      credit?.amount ?? 0,
    ]
    await tx.query(countRefund, [orderId, parcelId, ...sums])
    await tx.query(`update return_view set refunded = $2 where 'rfd_' || substr(id, 5) = $1 and order_id = $3`, [
      refundId,
      amount.amount,
      orderId,
    ])
  }),
  ParcelReleased: on<EventOf<'ParcelReleased'>>(async (tx, { data, at }) => {
    await tx.query(
      `update parcel_view set share_released = share_released + $2, received_at = coalesce(received_at, $3),
              received_by = coalesce(received_by, $4), updated_at = $3
        where id = $1`,
      [data.parcelId, data.share.amount, at, data.by],
    )
  }),
  DisputeOpened: on<EventOf<'DisputeOpened'>>(async (tx, { data, at }) => {
    await tx.query(
      `insert into dispute_view (id, order_id, parcel_id, shop_id, status, amount, currency, reason, created_at,
                                 updated_at)
       values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $8)`,
      [
        data.disputeId,
        data.orderId,
        data.parcelId,
        data.shopId,
        data.amount.amount,
        data.amount.currency,
        data.reason,
        at,
      ],
    )
  }),
  DisputeResolved: on<EventOf<'DisputeResolved'>>(async (tx, { data, at }) => {
    await tx.query(
      `update dispute_view set status = 'resolved', in_favour_of = $2, refunded = $3, updated_at = $4 where id = $1`,
      [data.disputeId, data.inFavourOf, data.refunded.amount, at],
    )
  }),
  ReturnRequested: on<EventOf<'ReturnRequested'>>(async (tx, { data, at }) => {
    await tx.query(
      `insert into return_view (id, order_id, parcel_id, shop_id, status, items, reason, amount, currency, created_at,
                                updated_at)
       values ($1, $2, $3, $4, 'requested', $5, $6, $7, $8, $9, $9)`,
      [
        data.returnId,
        data.orderId,
        data.parcelId,
        data.shopId,
        JSON.stringify(data.items),
        data.reason,
        data.amount.amount,
        data.amount.currency,
        at,
      ],
    )
  }),
  ReturnApproved: answerReturn('approved'),
  ReturnRejected: answerReturn('rejected'),
  ReturnReceived: on<EventOf<'ReturnReceived'>>(async (tx, { data, at }) => {
    await tx.query(
      `update return_view set status = 'received', accepted = $2, restocked = $3, deduction = $4, answer = $5,
              updated_at = $6
        where id = $1`,
      [data.returnId, JSON.stringify(data.items), data.restock, data.deduction.amount, data.answer, at],
    )
  }),
}
