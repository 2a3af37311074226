import type { Id } from '@/lib/kernel/id'
import type { Currency, Money } from '@/lib/kernel/money'
import type { FrozenRule } from './commission'

export type OrderId = Id<'ord'>
export type ParcelId = Id<'par'>
export type ShopId = Id<'sho'>
export type PaymentId = Id<'pay'>

type Titles = { readonly uz?: string | undefined; readonly ru?: string | undefined; readonly en?: string | undefined }

export type QuotedLine = {
  lineId: Id<'lin'>
  variantId: string
  productId: string
  sku: string
  title: Titles
  options: Record<string, string>
  image: string | null
  quantity: number
  price: Money
  commissionBp: number
  /** What one piece of a bundle consists of; missing in anything else. */
  parts?: { variantId: string; sku: string; title: Titles; quantity: number; options?: Record<string, string> }[]
  /** Missing in orders from before rules had more than a percentage: then `commissionBp` alone counts. */
  commissionRule?: FrozenRule
}

/** Discount share and commission are frozen: what the shop is owed does not change with next month's rule. */
export type PlacedLine = QuotedLine & {
  discount: Money
  /** Missing: none. The market's part of the discount, which the shop gets from it. */
  subsidy?: Money
  commission: Money
}

type ParcelHead = { parcelId: ParcelId; shopId: ShopId; method: 'pickup' | 'courier' | 'post'; delivery: Money }

export type QuotedParcel = ParcelHead & { lines: QuotedLine[] }

/** `delivery` is what the buyer pays for it: `deliveryDiscount` has been taken off already. */
export type PlacedParcel = ParcelHead & {
  itemsTotal: Money
  discount: Money
  deliveryDiscount?: Money
  deliverySubsidy?: Money
  total: Money
  /** The market's part of all discounts: the shop's worth is `total` and this. */
  subsidy?: Money
  commission: Money
  lines: PlacedLine[]
}

/** Who and where are not here: personal data lives in order_contact, which can be erased. */
export type OrderPlaced = {
  orderId: OrderId
  number: string
  buyerId: Id<'usr'> | null
  cartId: Id<'crt'>
  /** `credit`: store credit pays for all of it. */
  provider: 'payme' | 'click' | 'stripe' | 'cash' | 'credit'
  currency: Currency
  itemsTotal: Money
  discountTotal: Money
  deliveryTotal: Money
  total: Money
  /** Of `total`: what the buyer pays with store credit; a provider is asked for the rest. Missing: nothing. */
  credit?: Money
  coupon?: { id: string; code: string }
  parcels: PlacedParcel[]
}

/**
 * `parcelIds`: what this money pays for; a parcel that was cancelled or came back before is not among them. `cash`: it
 * was paid at the door, so the shops hold it and `total` is what was delivered.
 */
export type OrderPaid = {
  orderId: OrderId
  paymentId: PaymentId
  total: Money
  /** Missing in orders from before: every parcel that was not cancelled. */
  parcelIds?: ParcelId[]
  cash?: boolean
}

type OfParcel = { orderId: OrderId; parcelId: ParcelId; shopId: ShopId }

/** A code, not the person's words: those may name somebody and are kept in order_note, which can be erased. */
export type CancelReason = 'buyer' | 'shop' | 'expired' | 'refunded' | 'operator'

export type RefundId = Id<'rfd'>
export type DisputeId = Id<'dsp'>
export type ReturnId = Id<'rtn'>
export type RefundBy = 'buyer' | 'shop' | 'operator' | 'provider' | 'system'
export type ReleaseBy = 'buyer' | 'code' | 'timer' | 'operator'

/** `quantity` 0: a part of the price was given back, the goods stay with the buyer. */
export type RefundedLine = {
  lineId: Id<'lin'>
  quantity: number
  amount: Money
  /** Back to the market. */
  subsidy?: Money
  commission: Money
}

export type ItemCount = { lineId: Id<'lin'>; quantity: number }

export type RefundAccepted = OfParcel & {
  refundId: RefundId
  paymentId: PaymentId | null
  lines: RefundedLine[]
  delivery: Money
  deliverySubsidy?: Money
  /** To the buyer: lines and delivery. */
  amount: Money
  /** Of it: goes back as store credit, because it was paid so. Missing: nothing. */
  credit?: Money
  /** Back to the market, of what it paid for coupons. Missing: nothing. */
  subsidy?: Money
  /** Back to the shop. It bears `amount + subsidy - commission`, */
  commission: Money
  /** of which this part had been released to it already; the rest is still in escrow. */
  released: Money
  /** The parcel was gone before the money came: it was paid for but never sold, no shop bears anything. */
  unsold: boolean
  /** A code. */
  reason: string
  by: RefundBy
}

type OfDispute = OfParcel & { disputeId: DisputeId }
type OfReturn = OfParcel & { returnId: ReturnId; items: ItemCount[]; reason: string }

export type OrderEvent =
  | { type: 'OrderPlaced'; data: OrderPlaced }
  | { type: 'OrderReleased'; data: { orderId: OrderId } }
  | { type: 'OrderPaid'; data: OrderPaid }
  | { type: 'ParcelConfirmed'; data: OfParcel }
  | { type: 'ParcelPacked'; data: OfParcel }
  | {
      type: 'ParcelShipped'
      data: OfParcel & { tracking: string | null; carrier: string | null; variantIds: string[] }
    }
  | { type: 'ParcelDelivered'; data: OfParcel & { total: Money } }
  | { type: 'ParcelCancelled'; data: OfParcel & { reason: CancelReason; total: Money; variantIds: string[] } }
  | { type: 'ParcelReturned'; data: OfParcel & { total: Money } }
  | { type: 'RefundAccepted'; data: RefundAccepted }
  /** `share` (may be 0 while all of it is disputed) is the shop's now; `final`: nothing of the parcel is left in escrow. */
  | { type: 'ParcelReleased'; data: OfParcel & { share: Money; by: ReleaseBy; final: boolean } }
  | { type: 'DisputeOpened'; data: OfDispute & { amount: Money; reason: string; by: RefundBy } }
  | { type: 'DisputeResolved'; data: OfDispute & { amount: Money; inFavourOf: 'buyer' | 'shop'; refunded: Money } }
  | { type: 'ReturnRequested'; data: OfReturn & { amount: Money } }
  | { type: 'ReturnApproved'; data: OfReturn }
  | { type: 'ReturnRejected'; data: OfReturn & { answer: string } }
  /** Inspected: `items` are the accepted ones, `kept` is what the shop may keep of their price, by line. */
  | {
      type: 'ReturnReceived'
      data: OfReturn & {
        restock: boolean
        deduction: Money
        kept: { lineId: Id<'lin'>; amount: Money; subsidy?: Money; commission: Money }[]
        answer: string
      }
    }
  | { type: 'OrderCancelled'; data: { orderId: OrderId; reason: CancelReason } }
  | { type: 'OrderCompleted'; data: { orderId: OrderId; delivered: Money } }

export type EventOf<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>
