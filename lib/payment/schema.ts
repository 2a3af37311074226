import { z } from 'zod'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'

export type PaymentId = Id<'pay'>

export const providers = ['payme', 'click', 'stripe', 'cash'] as const
export const providerSchema = z.enum(providers)
export type Provider = z.infer<typeof providerSchema>

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
