import type { Locale } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { Result } from '@/lib/kernel/result'
import type { RefundCause } from './domain/events'
import type { PaymentId, Provider, RefundId } from './schema'

/** Accepted by an order or by ourselves, to be reserved and sent. */
export type Refund = RefundCause & { paymentId: PaymentId; refundId: RefundId; amount: Money }

export type Invoice = {
  paymentId: PaymentId
  orderId: Id<'ord'>
  /** What the provider sees as the order's id. */
  number: string
  amount: Money
  locale: Locale
  returnUrl: string
}

/** `captured` is what the payment took in all: some providers can only give back everything. */
export type GatewayRefund = {
  refundId: Id<'rfd'>
  paymentId: PaymentId
  /** The order's number, as the provider knows it. */
  number: string
  providerRef: string
  amount: Money
  captured: Money
}

/**
 * `done`: the money is on its way back. `pending`: the provider will say when (`refundByProvider`), or is asked again.
 * `manual`: it cannot be done from here, a person has to; `note` is a code that says why.
 */
export type RefundOutcome = { status: 'done' | 'pending' | 'manual'; note?: string }

export type GatewayLookup = { paymentId: PaymentId; number: string; providerRef: string | null; amount: Money }
export type LookupOutcome = {
  status: 'paid' | 'pending' | 'none' | 'refunded'
  providerRef?: string
  amount?: Money
}

/** One per provider. Called outside any transaction. `url` is where the buyer goes next. */
export type PaymentGateway = {
  createInvoice(invoice: Invoice): Promise<{ url: string }>
  /** `createInvoice` asks nobody: the payment may be requested in the transaction that places the order. */
  instant?: true
  /** `refundId` is the provider's idempotency key: asked again, it gives back nothing more. Throws when unreachable. */
  refund?(input: GatewayRefund): Promise<RefundOutcome>
  /** What the provider itself knows of the payment. */
  lookup?(input: GatewayLookup): Promise<LookupOutcome>
}

/** `ref`: the provider's name of the dispute. */
export type ProviderDispute = { ref: string; amount: Money; outcome: 'open' | 'buyer' | 'shop' }

export type PayableOrder = {
  id: Id<'ord'>
  number: string
  /** To be paid by a provider: what store credit pays is off it. */
  total: Money
  /** Of what it costs, a part is paid with store credit: nobody at the door counts with that. */
  credited?: boolean
  state: 'payable' | 'paid' | 'cancelled' | 'completed'
}

/** What payment wants from orders; a port, because orders already know payments and a circle would tie the two. */
export type PayableOrders = {
  find(tx: Tx, ref: { id: string } | { number: string }): Promise<PayableOrder | null>
  /**
   * In the capture's own transaction: money taken and order paid are one fact. Answers what goes back at once, because
   * parcels were cancelled before the money came.
   */
  markPaid(tx: Tx, orderId: Id<'ord'>, paymentId: PaymentId, provider: Provider): Promise<Result<Refund[], string>>
  /** Cash will be taken at the door: the shops may start. */
  releaseCash(tx: Tx, orderId: Id<'ord'>): Promise<void>
  /** Keeps the goods for as long as the provider may still take the money. */
  hold(tx: Tx, orderId: Id<'ord'>, minutes: number): Promise<void>
  /** The provider will not take the money now: an order that nobody has paid keeps its goods as long as a new one. */
  endHold(tx: Tx, orderId: Id<'ord'>): Promise<void>
  /**
   * The provider gave `amount` back by itself: every parcel bears its share, and an order of which nothing is left to pay
   * for and nothing has left is cancelled. Answers what was accepted, never more than `amount`.
   */
  refundByProvider(tx: Tx, orderId: Id<'ord'>, amount: Money, reason: string): Promise<Refund[]>
  /**
   * The payer's bank wants `amount` back. `open`: it is frozen; over for the `shop`: it is free again; for the `buyer`: it
   * is refunded, as far as it has not gone back already. Answers what was accepted. Safe to repeat.
   */
  dispute(tx: Tx, orderId: Id<'ord'>, told: ProviderDispute): Promise<Refund[]>
}

declare module '@/lib/kernel/plugin' {
  interface Ports {
    'gateway:payme': PaymentGateway
    'gateway:click': PaymentGateway
    'gateway:stripe': PaymentGateway
    'gateway:cash': PaymentGateway
    'payable-orders': PayableOrders
  }
}
