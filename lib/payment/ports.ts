import type { Locale } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { Result } from '@/lib/kernel/result'
import type { PaymentId } from './schema'

export type Invoice = {
  paymentId: PaymentId
  orderId: Id<'ord'>
  /** What the provider sees as the order's id. */
  number: string
  amount: Money
  locale: Locale
  returnUrl: string
}

/** One per provider. Called outside any transaction. `url` is where the buyer goes next. */
export type PaymentGateway = {
  createInvoice(invoice: Invoice): Promise<{ url: string }>
  /** `createInvoice` asks nobody: the payment may be requested in the transaction that places the order. */
  instant?: true
}

export type PayableOrder = {
  id: Id<'ord'>
  number: string
  total: Money
  state: 'payable' | 'paid' | 'cancelled' | 'completed'
}

/** What payment wants from orders; a port, because orders already know payments and a circle would tie the two. */
export type PayableOrders = {
  find(tx: Tx, ref: { id: string } | { number: string }): Promise<PayableOrder | null>
  /** In the capture's own transaction: money taken and order paid are one fact. */
  markPaid(tx: Tx, orderId: Id<'ord'>, paymentId: PaymentId): Promise<Result<unknown, string>>
  /** Cash will be taken at the door: the shops may start. */
  releaseCash(tx: Tx, orderId: Id<'ord'>): Promise<void>
  /** Keeps the goods for as long as the provider may still take the money. */
  hold(tx: Tx, orderId: Id<'ord'>, minutes: number): Promise<void>
  /** The provider will not take the money now: an order that nobody has paid keeps its goods as long as a new one. */
  endHold(tx: Tx, orderId: Id<'ord'>): Promise<void>
  /** The provider gave the money back by itself: an order that has not left is cancelled. */
  cancelRefunded(tx: Tx, orderId: Id<'ord'>, reason: string): Promise<void>
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
