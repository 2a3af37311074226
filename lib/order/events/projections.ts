import { on, type Reaction } from '@/lib/kernel/plugin'
import type { EventOf, OrderEvent, OrderPlaced } from '../domain/events'
import { refundProjections } from './refund-projections'

const headOf = (data: OrderPlaced) => ({
  id: data.orderId,
  number: data.number,
  buyer_id: data.buyerId,
  cart_id: data.cartId,
  currency: data.currency,
  items_total: data.itemsTotal.amount,
  discount_total: data.discountTotal.amount,
  delivery_total: data.deliveryTotal.amount,
  total: data.total.amount,
  credit: data.credit?.amount ?? 0,
  provider: data.provider,
})

const parcelsOf = (data: OrderPlaced) =>
  data.parcels.map((parcel) => ({
    id: parcel.parcelId,
    shop_id: parcel.shopId,
    method: parcel.method,
    items_total: parcel.itemsTotal.amount,
    delivery: parcel.delivery.amount,
    discount: parcel.discount.amount,
    subsidy: parcel.subsidy?.amount ?? 0,
    total: parcel.total.amount,
    commission: parcel.commission.amount,
  }))

const linesOf = (data: OrderPlaced) =>
  data.parcels.flatMap(({ parcelId, lines }) =>
    lines.map((line, position) => ({
      id: line.lineId,
      parcel_id: parcelId,
      variant_id: line.variantId,
      product_id: line.productId,
      sku: line.sku,
      title: line.title,
      options: line.options,
      image: line.image,
      quantity: line.quantity,
      price: line.price.amount,
      discount: line.discount.amount,
      commission_bp: line.commissionBp,
      commission: line.commission.amount,
      position,
      parts: line.parts ?? null,
    })),
  )

/** One statement for the three tables: a checkout is paid for in round trips. */
const insertOrder = `
  with head as (
    insert into order_view (id, number, buyer_id, cart_id, status, currency, items_total, discount_total,
                            delivery_total, total, credit, provider, placed_at, updated_at)
    select id, number, buyer_id, cart_id, 'placed', currency, items_total, discount_total, delivery_total, total,
           credit, provider, $4::timestamptz, $4::timestamptz
      from jsonb_to_record($1::jsonb) as h(id text, number text, buyer_id text, cart_id text, currency text,
           items_total bigint, discount_total bigint, delivery_total bigint, total bigint, credit bigint,
           provider text)
    returning id, currency
  ), parcel as (
    insert into parcel_view (id, order_id, shop_id, status, method, items_total, delivery, discount, subsidy, total,
                             commission, currency, placed_at, updated_at)
    select p.id, head.id, p.shop_id, 'pending', p.method, p.items_total, p.delivery, p.discount, p.subsidy, p.total,
           p.commission, head.currency, $4::timestamptz, $4::timestamptz
      from head, jsonb_to_recordset($2::jsonb) as p(id text, shop_id text, method text, items_total bigint,
           delivery bigint, discount bigint, subsidy bigint, total bigint, commission bigint)
  )
  insert into parcel_line_view (id, parcel_id, variant_id, product_id, sku, title, options, image, quantity, price,
                                discount, commission_bp, commission, position, parts)
  select id, parcel_id, variant_id, product_id, sku, title, options, image, quantity, price, discount,
         commission_bp, commission, position, parts
    from jsonb_to_recordset($3::jsonb) as l(id text, parcel_id text, variant_id text, product_id text, sku text,
         title jsonb, options jsonb, image text, quantity int, price bigint, discount bigint, commission_bp int,
         commission bigint, position int, parts jsonb)`

const moveParcel = (status: string): Reaction =>
  on<EventOf<'ParcelConfirmed'>>(async (tx, { data, at }) => {
    await tx.query('update parcel_view set status = $2, updated_at = $3 where id = $1', [data.parcelId, status, at])
  })

/** What the buyer and each shop see. Only the event speaks here, so that a rebuild gives the same rows. */
export const projections: { [Type in OrderEvent['type']]: Reaction } = {
  ...refundProjections,
  OrderPlaced: on<EventOf<'OrderPlaced'>>(async (tx, { data, at }) => {
    const rows = [headOf(data), parcelsOf(data), linesOf(data)].map((value) => JSON.stringify(value))
    await tx.query(insertOrder, [...rows, at])
  }),
  OrderReleased: on<EventOf<'OrderReleased'>>(async (tx, { data, at }) => {
    await tx.query('update parcel_view set released = true, updated_at = $2 where order_id = $1', [data.orderId, at])
  }),
  /** `paid_total` is gross; money taken twice for one order is not part of it and goes back by itself. */
  OrderPaid: on<EventOf<'OrderPaid'>>(async (tx, { data, at }) => {
    await tx.query(
      `with parcel as (update parcel_view
                          set released = true, updated_at = $2,
                              paid = case when $3::text[] is null then true else id = any($3) end,
                              received_at = case when $4 and id = any($3) then $2 else received_at end,
                              received_by = case when $4 and id = any($3) then 'operator' else received_by end,
                              share_released = case when $4 and id = any($3) then total + subsidy - commission else 0 end
                        where order_id = $1 and status <> 'cancelled')
       update order_view
          set status = case status when 'placed' then 'paid' else status end, paid_total = $5, updated_at = $2
        where id = $1`,
      [data.orderId, at, data.parcelIds ?? null, data.cash ?? false, data.total.amount],
    )
  }),
  ParcelConfirmed: moveParcel('confirmed'),
  ParcelPacked: moveParcel('packed'),
  ParcelDelivered: on<EventOf<'ParcelDelivered'>>(async (tx, { data, at }) => {
    await tx.query(`update parcel_view set status = 'delivered', delivered_at = $2, updated_at = $2 where id = $1`, [
      data.parcelId,
      at,
    ])
  }),
  ParcelCancelled: moveParcel('cancelled'),
  ParcelReturned: moveParcel('returned'),
  ParcelShipped: on<EventOf<'ParcelShipped'>>(async (tx, { data, at }) => {
    await tx.query(
      `update parcel_view set status = 'shipped', tracking = $2, carrier = $3, updated_at = $4 where id = $1`,
      [data.parcelId, data.tracking, data.carrier, at],
    )
  }),
  OrderCancelled: on<EventOf<'OrderCancelled'>>(async (tx, { data, at }) => {
    await tx.query(`update order_view set status = 'cancelled', updated_at = $2 where id = $1`, [data.orderId, at])
  }),
  OrderCompleted: on<EventOf<'OrderCompleted'>>(async (tx, { data, at }) => {
    await tx.query(`update order_view set status = 'completed', updated_at = $2 where id = $1`, [data.orderId, at])
  }),
}
