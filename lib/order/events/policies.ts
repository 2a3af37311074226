import type { Tx } from '@/lib/kernel/db'
import { notifyLive } from '@/lib/kernel/live'
import { on, type Reaction } from '@/lib/kernel/plugin'
import { must } from '@/lib/kernel/result'
import { cancelPayments, capture, paymentIdOf, requestPayment } from '@/lib/payment'
import type { PaymentEvent } from '@/lib/payment/domain/events'
import type { EventOf, OrderEvent } from '../domain/events'
import { findPayable } from '../queries/find-payable'

const tellBuyer = async (tx: Tx, orderId: string) => void (await notifyLive(tx, `order:${orderId}`))
const tellShop = async (tx: Tx, shopId: string) => void (await notifyLive(tx, `shop:${shopId}`))

async function tellShops(tx: Tx, orderId: string): Promise<void> {
  const { rows } = await tx.query<{ shop_id: string }>('select shop_id from parcel_view where order_id = $1', [orderId])
  for (const { shop_id } of rows) await tellShop(tx, shop_id)
}

async function tellAll(tx: Tx, orderId: string): Promise<void> {
  await tellBuyer(tx, orderId)
  await tellShops(tx, orderId)
}

const onOrder: Reaction = on<EventOf<'OrderReleased'>>((tx, { data }) => tellAll(tx, data.orderId))

const onParcel: Reaction = on<EventOf<'ParcelConfirmed'>>(async (tx, { data }) => {
  await tellBuyer(tx, data.orderId)
  await tellShop(tx, data.shopId)
})

/** The courier has brought the cash: what was delivered is paid. An order paid another way owes nothing. */
async function takeCash(tx: Tx, { orderId, delivered }: EventOf<'OrderCompleted'>['data']): Promise<void> {
  const { rows } = await tx.query<{ paid_total: number; provider: string }>(
    'select paid_total, provider from order_view where id = $1',
    [orderId],
  )
  if (rows[0]?.paid_total !== 0 || delivered.amount === 0) return
  const order = await findPayable(tx, { id: orderId })
  if (!order) throw new Error(`A completed order that does not exist: ${orderId}`)
  must((await requestPayment(tx, order, 'cash')).requested)
  must(
    await capture(tx, { paymentId: paymentIdOf(orderId, 'cash'), amount: delivered, providerRef: `cash:${orderId}` }),
  )
}

/** What follows from an order's events. Live updates start here and not in the checkout, whose commit they would lock. */
export const policies: Partial<Record<OrderEvent['type'], Reaction>> = {
  OrderReleased: onOrder,
  OrderPaid: onOrder,
  ParcelConfirmed: onParcel,
  ParcelPacked: onParcel,
  ParcelShipped: onParcel,
  ParcelDelivered: onParcel,
  ParcelCancelled: onParcel,
  ParcelReturned: onParcel,
  ParcelReleased: onParcel,
  RefundAccepted: onParcel,
  DisputeOpened: onParcel,
  DisputeResolved: onParcel,
  ReturnRequested: onParcel,
  ReturnApproved: onParcel,
  ReturnRejected: onParcel,
  ReturnReceived: onParcel,
  OrderCancelled: on<EventOf<'OrderCancelled'>>(async (tx, { data }) => {
    await cancelPayments(tx, data.orderId, data.reason)
    await tellAll(tx, data.orderId)
  }),
  OrderCompleted: on<EventOf<'OrderCompleted'>>(async (tx, { data }) => {
    await takeCash(tx, data)
    await tellBuyer(tx, data.orderId)
  }),
}

/** A refund has arrived, or waits for a person: the buyer's open page says so. */
const onRefund: Reaction = on<Extract<PaymentEvent, { type: 'PaymentRefunded' }>>(async (tx, { data }) => {
  await tellAll(tx, data.orderId)
})

/** What the order's readers want to hear of its payments. */
export const paymentPolicies = { PaymentRefunded: onRefund, RefundFailed: onRefund, RefundReturned: onRefund }
