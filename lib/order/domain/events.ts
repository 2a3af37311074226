import type { Id } from '@/lib/kernel/id'
import type { Currency, Money } from '@/lib/kernel/money'

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
}

/** Discount share and commission are frozen: what the shop is owed does not change with next month's rule. */
export type PlacedLine = QuotedLine & { discount: Money; commission: Money }

type ParcelHead = { parcelId: ParcelId; shopId: ShopId; method: 'pickup' | 'courier' | 'post'; delivery: Money }

export type QuotedParcel = ParcelHead & { lines: QuotedLine[] }

export type PlacedParcel = ParcelHead & {
  itemsTotal: Money
  discount: Money
  total: Money
  commission: Money
  lines: PlacedLine[]
}

/** Who and where are not here: personal data lives in order_contact, which can be erased. */
export type OrderPlaced = {
  orderId: OrderId
  number: string
  buyerId: Id<'usr'> | null
  cartId: Id<'crt'>
  provider: 'payme' | 'click' | 'stripe' | 'cash'
  currency: Currency
  itemsTotal: Money
  discountTotal: Money
  deliveryTotal: Money
  total: Money
  parcels: PlacedParcel[]
}

type OfParcel = { orderId: OrderId; parcelId: ParcelId; shopId: ShopId }

/** A code, not the person's words: those may name somebody. */
export type CancelReason = 'buyer' | 'shop' | 'expired' | 'refunded' | 'operator'

export type OrderEvent =
  | { type: 'OrderPlaced'; data: OrderPlaced }
  | { type: 'OrderReleased'; data: { orderId: OrderId } }
  | { type: 'OrderPaid'; data: { orderId: OrderId; paymentId: PaymentId; total: Money } }
  | { type: 'ParcelConfirmed'; data: OfParcel }
  | { type: 'ParcelPacked'; data: OfParcel }
  | {
      type: 'ParcelShipped'
      data: OfParcel & { tracking: string | null; carrier: string | null; variantIds: string[] }
    }
  | { type: 'ParcelDelivered'; data: OfParcel & { total: Money } }
  | { type: 'ParcelCancelled'; data: OfParcel & { reason: CancelReason; total: Money; variantIds: string[] } }
  | { type: 'ParcelReturned'; data: OfParcel & { total: Money } }
  | { type: 'OrderCancelled'; data: { orderId: OrderId; reason: CancelReason } }
  | { type: 'OrderCompleted'; data: { orderId: OrderId; delivered: Money } }

export type EventOf<Type extends OrderEvent['type']> = Extract<OrderEvent, { type: Type }>
