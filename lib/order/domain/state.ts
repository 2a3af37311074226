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
  /** The market's part; the goods are worth both to the shop. */
  subsidy: number
  commission: number
  back: { quantity: number; amount: number; subsidy: number; commission: number }
  kept: { amount: number; subsidy: number; commission: number }
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
  deliverySubsidy: number
  deliverySubsidyBack: number
  /** Was it paid for: a parcel that was cancelled before the money came never is. */
  paid: boolean
  /** The shop's: total and subsidy less commission. Of it `released` has been given to the shop, `taken` by refunds out of escrow. */
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
  /** Of `total`: paid with store credit, and given back of that. */
  credit: number
  creditBack: number
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

/** What of the market's part would go back to it with all that is left. */
const subsidyLeftOf = ({ lines, deliverySubsidy, deliverySubsidyBack }: ParcelState): number =>
  lines.reduce((left, { subsidy, back }) => left + subsidy - back.subsidy, deliverySubsidy - deliverySubsidyBack)

/** The shop's money that we still hold. */
export const escrowOf = ({ share, released, taken }: ParcelState): number => Math.max(0, share - released - taken)

const isOpen = ({ status }: ReturnState) => status === 'requested' || status === 'approved'

export const openReturns = (parcel: ParcelState): ReturnState[] => Object.values(parcel.returns).filter(isOpen)

export const disputed = (parcel: ParcelState): number =>
  Object.values(parcel.disputes).reduce((sum, { amount, open }) => sum + (open ? amount : 0), 0)

/** Only what is argued about waits, with the market's part of it: disputes and returns that nobody has decided. */
export function frozenOf(parcel: ParcelState): number {
  const asked = openReturns(parcel).reduce((sum, { amount }) => sum + amount, disputed(parcel))
  const part = asked / Math.max(1, leftOf(parcel))
  return asked + Math.ceil(subsidyLeftOf(parcel) * Math.min(1, part))
}

export function beginParcel({ shopId, total, subsidy, commission, lines, ...parcel }: PlacedParcel): ParcelState {
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
      subsidy: line.subsidy?.amount ?? 0,
      commission: line.commission.amount,
      back: { quantity: 0, amount: 0, subsidy: 0, commission: 0 },
      kept: { amount: 0, subsidy: 0, commission: 0 },
    })),
    delivery: parcel.delivery.amount,
    deliveryBack: 0,
    deliverySubsidy: parcel.deliverySubsidy?.amount ?? 0,
    deliverySubsidyBack: 0,
    paid: false,
    share: total.amount + (subsidy?.amount ?? 0) - commission.amount,
    released: 0,
    taken: 0,
    receipt: null,
    disputes: {},
    returns: {},
  }
}
