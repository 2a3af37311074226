import type { ReferralReason } from './schema'

/** What is known of two people and an order. Amounts are minor units. */
export type Evidence = {
  self: boolean
  samePhone: boolean
  sameDevice: boolean
  sameAddress: boolean
  boughtBefore: boolean
  total: number
  minOrder: number
  /** Friends of the same person in the twenty-four hours before, and how many may be. */
  today: number
  perDay: number
}

/** Why a friend is none, the plainest reason first; null: it may be one. */
export function refuseFriend(seen: Evidence): ReferralReason | null {
  if (seen.self) return 'self'
  if (seen.samePhone) return 'same-phone'
  if (seen.sameDevice) return 'same-device'
  if (seen.sameAddress) return 'same-address'
  if (seen.boughtBefore) return 'not-first-order'
  if (seen.total < seen.minOrder) return 'order-too-small'
  return seen.today >= seen.perDay ? 'too-many' : null
}
