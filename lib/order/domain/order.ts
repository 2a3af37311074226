import type { Decider } from '@/lib/kernel/decider'
import type { Id } from '@/lib/kernel/id'
import { type Currency, type Money, money, sum } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import { type ChargebackCommand, disputeByProvider } from './chargeback'
import type {
  CancelReason,
  OrderEvent,
  OrderId,
  OrderPlaced,
  ParcelId,
  PaymentId,
  PlacedParcel,
  QuotedParcel,
  ShopId,
} from './events'
import { evolve } from './evolve'
import { LEAST_PAID } from './keep-payable'
import { stepParcel } from './parcel'
import { type ParcelCuts, priceParcels } from './price-parcels'
import { decideReceipt, type ReceiptCommand } from './receipt'
import { cancelParcel, type RefundCommand, refundByProvider, refundParcel, refundUnsold } from './refund'
import { decideReturn, type ReturnCommand } from './return'
import { splitCredit } from './split-credit'
import { type OrderState, type PlacedState, parcelsOf } from './state'

export type PlaceOrder = {
  type: 'PlaceOrder'
  orderId: OrderId
  number: string
  buyerId: Id<'usr'> | null
  cartId: Id<'crt'>
  provider: OrderPlaced['provider']
  currency: Currency
  /** Minor units taken off the whole order. */
  discount: number
  /** Takes the place of `discount`: what the coupon takes off each line and each way. */
  coupon?: { id: string; code: string; cuts: readonly ParcelCuts[] }
  /** Minor units that the buyer pays with store credit; all of it: no provider is asked for anything. */
  credit?: number
  parcels: QuotedParcel[]
}

/** `shopId` null: the operator, who may touch every parcel. */
type OnParcel = { parcelId: ParcelId; shopId: ShopId | null }
export type ParcelCommand =
  | ({ type: 'ConfirmParcel' | 'PackParcel' | 'DeliverParcel' | 'ReturnParcel' } & OnParcel)
  | ({ type: 'ShipParcel'; tracking: string | null; carrier: string | null } & OnParcel)
  | ({ type: 'CancelParcel'; reason: CancelReason } & OnParcel)

export type OrderCommand =
  | PlaceOrder
  /** `cash`: at the door, for what was delivered. */
  | { type: 'MarkPaid'; paymentId: PaymentId; cash?: boolean }
  | { type: 'ReleaseCashOrder' }
  | { type: 'CancelOrder'; reason: CancelReason }
  | ParcelCommand
  | RefundCommand
  | ReceiptCommand
  | ChargebackCommand
  | ReturnCommand

export type OrderFailure =
  | 'empty-order'
  | 'wrong-credit'
  | 'already-placed'
  | 'not-found'
  | 'already-paid'
  | 'cancelled'
  | 'completed'
  | 'not-paid'
  | 'already-shipped'
  | 'wrong-status'
  | 'wrong-currency'
  | 'refund-too-large'
  | 'nothing-to-refund'
  | 'not-delivered'
  | 'return-too-large'
  | 'deduction-too-large'
  | 'decided-by-provider'

/** Nobody is asked to pay less than a provider takes, and whoever pays at the door pays all of it there. */
const fitsCredit = (credit: number, total: number, provider: OrderPlaced['provider']) =>
  credit >= 0 && (credit === total || (credit <= total - LEAST_PAID && provider !== 'cash'))

/** There is no payment by a provider: the credit itself is what it was paid by. */
const creditPaymentId = (orderId: OrderId): PaymentId => `pay_${orderId.slice(4)}credit`

function payWithCredit({ orderId, total, parcels }: OrderPlaced): OrderEvent {
  const parcelIds = parcels.map(({ parcelId }) => parcelId)
  return { type: 'OrderPaid', data: { orderId, paymentId: creditPaymentId(orderId), total, parcelIds, cash: false } }
}

function place(command: PlaceOrder) {
  const { type: _, discount, coupon, credit = 0, parcels: quoted, ...head } = command
  if (quoted.length === 0 || quoted.some(({ lines }) => lines.length === 0)) return fail('empty-order')
  const parcels = priceParcels(quoted, coupon?.cuts ?? discount, head.currency)
  const add = (of: (parcel: PlacedParcel) => Money) => sum(parcels.map(of), head.currency)
  const total = add((parcel) => parcel.total)
  if (credit !== 0 && !fitsCredit(credit, total.amount, head.provider)) return fail('wrong-credit')
  const whole = credit > 0 && credit === total.amount
  const data: OrderPlaced = {
    ...head,
    ...(whole && { provider: 'credit' as const }),
    itemsTotal: add((parcel) => parcel.itemsTotal),
    discountTotal: add((parcel) => parcel.discount),
    deliveryTotal: add((parcel) => parcel.delivery),
    total,
    ...(credit > 0 && { credit: money(credit, head.currency) }),
    ...(coupon && { coupon: { id: coupon.id, code: coupon.code } }),
    parcels,
  }
  const placed: OrderEvent = { type: 'OrderPlaced', data }
  const released: OrderEvent = { type: 'OrderReleased', data: { orderId: head.orderId } }
  if (whole) return ok([placed, payWithCredit(data)])
  return ok(head.provider === 'cash' ? [placed, released] : [placed])
}

const hasLeft = ['shipped', 'delivered', 'returned']

/** Money for parcels that are gone goes back in the same decision. */
function markPaid(state: PlacedState, paymentId: PaymentId, cash: boolean) {
  if (state.paidBy === paymentId) return ok([])
  if (state.paidBy) return fail('already-paid')
  if (state.status === 'cancelled') return fail('cancelled')
  const { orderId, currency } = state
  const isSold = (status: string) => (cash ? status === 'delivered' : status !== 'cancelled' && status !== 'returned')
  const sold = parcelsOf(state).filter(([, { status }]) => isSold(status))
  const total = cash
    ? sum(
        sold.map(([, parcel]) => parcel.total),
        currency,
      )
    : state.total
  const parcelIds = sold.map(([parcelId]) => parcelId)
  const paid: OrderEvent = { type: 'OrderPaid', data: { orderId, paymentId, total, parcelIds, cash } }
  const unsold = cash ? [] : parcelsOf(state).filter(([, { status }]) => !isSold(status))
  const then = { ...state, paidBy: paymentId }
  return ok([paid, ...unsold.map(([parcelId, parcel]): OrderEvent => refundUnsold(then, parcelId, parcel))])
}

function cancel(state: PlacedState, reason: CancelReason) {
  const { orderId } = state
  if (state.status === 'cancelled') return ok([])
  const parcels = parcelsOf(state)
  if (parcels.some(([, { status }]) => hasLeft.includes(status))) return fail('already-shipped')
  const cancelled = parcels
    .filter(([, { status }]) => status !== 'cancelled')
    .flatMap(([parcelId, parcel]) => cancelParcel(state, parcelId, parcel, reason))
  return ok<OrderEvent[]>([...cancelled, { type: 'OrderCancelled', data: { orderId, reason } }])
}

function release(state: PlacedState) {
  if (state.status === 'cancelled') return fail('cancelled')
  if (state.credit > 0) return fail('wrong-credit')
  if (state.released) return ok([])
  return ok<OrderEvent[]>([{ type: 'OrderReleased', data: { orderId: state.orderId } }])
}

function act(state: PlacedState, command: Exclude<OrderCommand, PlaceOrder>) {
  switch (command.type) {
    case 'MarkPaid':
      return markPaid(state, command.paymentId, command.cash ?? false)
    case 'ReleaseCashOrder':
      return release(state)
    case 'CancelOrder':
      return cancel(state, command.reason)
    case 'RefundParcel':
      return refundParcel(state, command)
    case 'RefundByProvider':
      return refundByProvider(state, command)
    case 'DisputeByProvider':
      return disputeByProvider(state, command)
    case 'ConfirmReceipt':
    case 'OpenDispute':
    case 'ResolveDispute':
      return decideReceipt(state, command)
    case 'RequestReturn':
    case 'ApproveReturn':
    case 'RejectReturn':
    case 'ReceiveReturn':
      return decideReturn(state, command)
    default:
      return stepParcel(state, command)
  }
}

export const order: Decider<OrderState, OrderCommand, OrderEvent, OrderFailure> = {
  stream: 'order',
  initial: { status: 'new' },

  decide(state, command) {
    if (command.type === 'PlaceOrder') return state.status === 'new' ? place(command) : fail('already-placed')
    if (state.status === 'new') return fail('not-found')
    const decided = act(state, command)
    return decided.ok && state.credit > 0 ? ok(splitCredit(state, decided.value)) : decided
  },

  evolve,
}
