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
export const keyScopes = ['products', 'stock', 'parcels'] as const

export type NewKey = { id: string; key: string; shopId: Id<'sho'>; scopes: string[] }
