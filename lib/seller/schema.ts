import { z } from 'zod'
import type { Texts } from '@/lib/i18n'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'

/** What a shop asks for bringing a parcel. */
export type DeliveryTerms = { courierFee: Money; postFee: Money; freeFrom: Money | null }

export type Shop = DeliveryTerms & {
  id: Id<'sho'>
  slug: string
  name: string
  description: Texts
  status: 'active' | 'paused'
  trusted: boolean
  /** Hundredths. */
  rating: number
  ratingCount: number
  onTime: number
  regionCode: number
  since: number
  handlingDays: number
}

/** What a key may do; a new key gets all of them unless told otherwise. */
export const keyScopes = ['products', 'stock', 'parcels', 'money'] as const

export type NewKey = { id: string; key: string; shopId: Id<'sho'>; scopes: string[] }

/** One version of one rule; amounts are minor units and count for each piece. Frozen into a line at the sale. */
export type CommissionRule = {
  id: string
  version: number
  bp: number
  fixed: number
  min: number | null
  max: number | null
}

const tiyin = z.int().min(0).max(1e13)

/** A rule for a shop, a category and what is below it, both, or, without either, everyone. */
export const commissionInputSchema = z.strictObject({
  shop: z.string().min(1).max(100).optional(),
  category: z.string().min(1).max(100).optional(),
  bp: z.int().min(0).max(10_000),
  fixed: tiyin.optional(),
  min: tiyin.optional(),
  max: tiyin.optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
})
export type CommissionInput = z.infer<typeof commissionInputSchema>

/** `active`: no newer rule of the same scope is in force. */
export type CommissionEntry = CommissionRule & {
  shop: string | null
  category: Texts | null
  categorySlug: string | null
  validFrom: string
  validTo: string | null
  active: boolean
}
