import { z } from 'zod'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'

export type PaymentId = Id<'pay'>
export type RefundId = Id<'rfd'>

export const providers = ['payme', 'click', 'stripe', 'cash'] as const
export const providerSchema = z.enum(providers)
export type Provider = z.infer<typeof providerSchema>

/** Minor units that a provider takes at most: Stripe's amounts have eight digits in most currencies. */
export const largestPayment: Partial<Record<Provider, number>> = { stripe: 99_999_999 }

export const fitsProvider = (provider: Provider, amount: number): boolean =>
  amount <= (largestPayment[provider] ?? Number.MAX_SAFE_INTEGER)

/** What may be paid at the door, in minor units of UZS an order; `mostFirst` for who has never taken a parcel. */
export type CashLimit = { allowed: boolean; most: number; mostFirst: number }

export type PaymentStatus = 'requested' | 'captured' | 'captured_excess' | 'cancelled' | 'refunded'

export type Payment = {
  id: PaymentId
  orderId: string
  provider: Provider
  status: PaymentStatus
  amount: Money
  captured: Money
  refunded: Money
  url: string | null
  createdAt: string
}

/** `accepted`: reserved, the provider is being asked; `manual`: a person has to give it back. */
export type RefundStatus = 'accepted' | 'done' | 'manual'

export type Refund = {
  id: RefundId
  orderId: Id<'ord'>
  paymentId: PaymentId
  provider: Provider
  parcelId: Id<'par'> | null
  shopId: Id<'sho'> | null
  amount: Money
  commission: Money
  reason: string
  by: 'buyer' | 'shop' | 'operator' | 'provider' | 'system'
  /** Of money that was taken twice: it is no part of the order. */
  excess: boolean
  status: RefundStatus
  failure: string | null
  createdAt: string
  doneAt: string | null
}

/** The kind under which a contradicting callback is marked as seen; findings have kinds of their own. */
export const ALARM = 'alarm'

/** Somebody has looked at a finding. */
export type FindingMark = { by: string; note: string; at: string }

/** Money that has come in, once for each time a provider took it. */
export type Capture = {
  paymentId: PaymentId
  providerRef: string
  amount: Money
  /** Taken again for an order that was paid, or gone: it goes back. */
  excess: boolean
  at: string
}
