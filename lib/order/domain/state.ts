import type { Id } from '@/lib/kernel/id'
import type { Currency, Money } from '@/lib/kernel/money'
import type {
  DisputeId,
  ItemCount,
  OrderId,
  ParcelId,
  PaymentId,
  PlacedParcel,
  RefundId,
  ReleaseBy,
  ReturnId,
  ShopId,
} from './events'
import { stockLines } from './stock-lines'

/** Frozen at the sale, in minor units; `back` has been returned, `kept` was withheld when goods came back worn. */
export type LineState = {
  lineId: Id<'lin'>
  variantId: string
  quantity: number
  paid: number
  commission: number
  back: { quantity: number; amount: number; commission: number }
  kept: { amount: number; commission: number }
}

export type ReturnState = {
  status: 'requested' | 'approved' | 'rejected' | 'received'
  items: ItemCount[]
  amount: number
  reason: string
}

export type ParcelState = {
  status: 'pending' | 'confirmed' | 'packed' | 'shipped' | 'delivered' | 'cancelled' | 'returned'
  shopId: ShopId
  total: Money
  /** Of the stock: a bundle stands here as its parts. */
  variantIds: string[]
  lines: LineState[]
  delivery: number
  deliveryBack: number
  /** Was it paid for: a parcel that was cancelled before the money came never is. */
  paid: boolean
  /** The shop's: total less commission. Of it `released` has been given to the shop, `taken` by refunds out of escrow. */
  share: number
  released: number
  taken: number
  receipt: ReleaseBy | null
  /** `byProvider`: the payer's bank decides, not the operator. */
  disputes: Record<DisputeId, { amount: number; open: boolean; byProvider: boolean }>
  returns: Record<ReturnId, ReturnState>
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
  refundIds: RefundId[]
}

export type OrderState = { status: 'new' } | PlacedState

export const parcelsOf = (state: PlacedState) => Object.entries(state.parcels) as [ParcelId, ParcelState][]

/** `shopId` null: the operator, who may touch every parcel. Another shop's parcel does not exist. */
export function findParcel(state: PlacedState, of: { parcelId: ParcelId; shopId: ShopId | null }): ParcelState | null {
  const parcel = state.parcels[of.parcelId]
  return parcel && (of.shopId === null || of.shopId === parcel.shopId) ? parcel : null
}

export const idsOf = (state: PlacedState, parcelId: ParcelId, { shopId }: ParcelState) => ({
  orderId: state.orderId,
  parcelId,
  shopId,
})

/** What can still be given back of a parcel. */
export const leftOf = (parcel: ParcelState): number =>
  parcel.lines.reduce((left, { paid, back }) => left + paid - back.amount, parcel.delivery - parcel.deliveryBack)

/** The shop's money that we still hold. */
export const escrowOf = ({ share, released, taken }: ParcelState): number => Math.max(0, share - released - taken)

const isOpen = ({ status }: ReturnState) => status === 'requested' || status === 'approved'

export const openReturns = (parcel: ParcelState): ReturnState[] => Object.values(parcel.returns).filter(isOpen)

export const disputed = (parcel: ParcelState): number =>
  Object.values(parcel.disputes).reduce((sum, { amount, open }) => sum + (open ? amount : 0), 0)

/** Only what is argued about waits: disputes and returns that nobody has decided. */
export const frozenOf = (parcel: ParcelState): number =>
  openReturns(parcel).reduce((sum, { amount }) => sum + amount, disputed(parcel))

export function beginParcel({ shopId, total, delivery, commission, lines }: PlacedParcel): ParcelState {
  return {
    status: 'pending',
    shopId,
    total,
    variantIds: [...new Set(stockLines(lines).map(({ variantId }) => variantId))],
    lines: lines.map((line) => ({
      lineId: line.lineId,
      variantId: line.variantId,
      quantity: line.quantity,
      paid: line.price.amount * line.quantity - line.discount.amount,
      commission: line.commission.amount,
      back: { quantity: 0, amount: 0, commission: 0 },
      kept: { amount: 0, commission: 0 },
    })),
    delivery: delivery.amount,
    deliveryBack: 0,
    paid: false,
    share: total.amount - commission.amount,
    released: 0,
    taken: 0,
    receipt: null,
    disputes: {},
    returns: {},
  }
}
