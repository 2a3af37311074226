import type { Decider } from '@/lib/kernel/decider'
import type { Id } from '@/lib/kernel/id'
import { type Currency, type Money, sum } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
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
import { stepParcel } from './parcel'
import { priceParcels } from './price-parcels'

export type ParcelState = {
  status: 'pending' | 'confirmed' | 'packed' | 'shipped' | 'delivered' | 'cancelled' | 'returned'
  shopId: ShopId
  total: Money
  variantIds: string[]
}

export type PlacedState = {
  status: 'placed' | 'paid' | 'cancelled' | 'completed'
  orderId: OrderId
  currency: Currency
  total: Money
  /** May shops act: paid, or cash on delivery. */
  released: boolean
  paidBy: PaymentId | null
  parcels: Record<ParcelId, ParcelState>
}

export type OrderState = { status: 'new' } | PlacedState

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
  | { type: 'MarkPaid'; paymentId: PaymentId }
  | { type: 'ReleaseCashOrder' }
  | { type: 'CancelOrder'; reason: CancelReason }
  | ParcelCommand

export type OrderFailure =
  | 'empty-order'
  | 'already-placed'
  | 'not-found'
  | 'already-paid'
  | 'cancelled'
  | 'completed'
  | 'not-paid'
  | 'already-shipped'
  | 'wrong-status'

function place(command: PlaceOrder) {
  const { type: _, discount, parcels: quoted, ...head } = command
  if (quoted.length === 0 || quoted.some(({ lines }) => lines.length === 0)) return fail('empty-order')
  const parcels = priceParcels(quoted, discount, head.currency)
  const add = (of: (parcel: PlacedParcel) => Money) => sum(parcels.map(of), head.currency)
  const data: OrderPlaced = {
    ...head,
    itemsTotal: add((parcel) => parcel.itemsTotal),
    discountTotal: add((parcel) => parcel.discount),
    deliveryTotal: add((parcel) => parcel.delivery),
    total: add((parcel) => parcel.total),
    parcels,
  }
  const placed: OrderEvent = { type: 'OrderPlaced', data }
  const released: OrderEvent = { type: 'OrderReleased', data: { orderId: head.orderId } }
  return ok(head.provider === 'cash' ? [placed, released] : [placed])
}

function markPaid(state: PlacedState, paymentId: PaymentId) {
  if (state.paidBy === paymentId) return ok([])
  if (state.paidBy) return fail('already-paid')
  if (state.status === 'cancelled') return fail('cancelled')
  return ok<OrderEvent[]>([{ type: 'OrderPaid', data: { orderId: state.orderId, paymentId, total: state.total } }])
}

function cancel(state: PlacedState, reason: CancelReason) {
  const { orderId } = state
  if (state.status === 'cancelled') return ok([])
  const parcels = Object.entries(state.parcels) as [ParcelId, ParcelState][]
  if (parcels.some(([, { status }]) => ['shipped', 'delivered', 'returned'].includes(status))) {
    return fail('already-shipped')
  }
  const cancelled = parcels
    .filter(([, { status }]) => status !== 'cancelled')
    .map(([parcelId, { shopId, total, variantIds }]): OrderEvent => {
      return { type: 'ParcelCancelled', data: { orderId, parcelId, shopId, reason, total, variantIds } }
    })
  return ok<OrderEvent[]>([...cancelled, { type: 'OrderCancelled', data: { orderId, reason } }])
}

function release(state: PlacedState) {
  if (state.status === 'cancelled') return fail('cancelled')
  if (state.released) return ok([])
  return ok<OrderEvent[]>([{ type: 'OrderReleased', data: { orderId: state.orderId } }])
}

function begin({ orderId, currency, total, parcels }: OrderPlaced): PlacedState {
  const states = parcels.map(({ parcelId, shopId, total: worth, lines }): [ParcelId, ParcelState] => {
    const variantIds = lines.map((line) => line.variantId)
    return [parcelId, { status: 'pending', shopId, total: worth, variantIds }]
  })
  const own = Object.fromEntries(states) as Record<ParcelId, ParcelState>
  return { status: 'placed', orderId, currency, total, released: false, paidBy: null, parcels: own }
}

const parcelStatus = {
  ParcelConfirmed: 'confirmed',
  ParcelPacked: 'packed',
  ParcelShipped: 'shipped',
  ParcelDelivered: 'delivered',
  ParcelCancelled: 'cancelled',
  ParcelReturned: 'returned',
} as const satisfies Partial<Record<OrderEvent['type'], ParcelState['status']>>

export const order: Decider<OrderState, OrderCommand, OrderEvent, OrderFailure> = {
  stream: 'order',
  initial: { status: 'new' },

  decide(state, command) {
    if (command.type === 'PlaceOrder') return state.status === 'new' ? place(command) : fail('already-placed')
    if (state.status === 'new') return fail('not-found')
    switch (command.type) {
      case 'MarkPaid':
        return markPaid(state, command.paymentId)
      case 'ReleaseCashOrder':
        return release(state)
      case 'CancelOrder':
        return cancel(state, command.reason)
      default:
        return stepParcel(state, command)
    }
  },

  evolve(state, event): OrderState {
    if (event.type === 'OrderPlaced') return begin(event.data)
    if (state.status === 'new') return state
    switch (event.type) {
      case 'OrderReleased':
        return { ...state, released: true }
      case 'OrderPaid': {
        const status = state.status === 'placed' ? 'paid' : state.status
        return { ...state, status, released: true, paidBy: event.data.paymentId }
      }
      case 'OrderCancelled':
        return { ...state, status: 'cancelled' }
      case 'OrderCompleted':
        return { ...state, status: 'completed' }
      default: {
        const parcel = state.parcels[event.data.parcelId]
        if (!parcel) return state
        const moved = { ...parcel, status: parcelStatus[event.type] }
        return { ...state, parcels: { ...state.parcels, [event.data.parcelId]: moved } }
      }
    }
  },
}
