import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'

export type PaymentId = Id<'pay'>
export type RefundId = Id<'rfd'>
type OrderId = Id<'ord'>
type Provider = 'payme' | 'click' | 'stripe' | 'cash'

type OfPayment = { paymentId: PaymentId; orderId: OrderId }
/** How often this refund had come back before; missing: never. */
type Attempt = number

type OfRefund = OfPayment & { refundId: RefundId }

/** What the money is given back for; nothing of it where it was taken twice. */
export type RefundCause = {
  reason: string
  by: 'buyer' | 'shop' | 'operator' | 'provider' | 'system'
  parcelId: Id<'par'> | null
  shopId: Id<'sho'> | null
  /** What the shop gets back of it. */
  commission: Money
}

export type PaymentEvent =
  | { type: 'PaymentRequested'; data: OfPayment & { provider: Provider; amount: Money; url: string | null } }
  | { type: 'PaymentCaptured'; data: OfPayment & { provider: Provider; providerRef: string; amount: Money } }
  /** Real money for an order that another payment has satisfied, or that is gone: it goes back. */
  | {
      type: 'PaymentCapturedExcess'
      data: OfPayment & { provider: Provider; providerRef: string; amount: Money; reason: string }
    }
  | { type: 'PaymentCancelled'; data: OfPayment & { reason: string } }
  /** Reserved by us before the provider hears of it: nothing is given back twice. */
  | { type: 'RefundRequested'; data: OfRefund & RefundCause & { amount: Money; excess: boolean } }
  /** The provider has given it back. */
  | { type: 'PaymentRefunded'; data: OfRefund & { provider: Provider; amount: Money; attempt?: Attempt } }
  /** It stays due. `manual`: a person has to do it. */
  | { type: 'RefundFailed'; data: OfRefund & { reason: string; manual: boolean } }
  /** It was given back and has come back to the provider: it is due again, and a person has to do it. */
  | {
      type: 'RefundReturned'
      data: OfRefund & { provider: Provider; amount: Money; reason: string; attempt?: Attempt }
    }
