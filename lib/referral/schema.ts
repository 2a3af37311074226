import { z } from 'zod'
import type { Money } from '@/lib/kernel/money'

/** The code of the link that was followed, and a random number of the browser; both read by the server alone. */
export const REFERRAL_COOKIE = 'bozor_ref'
export const DEVICE_COOKIE = 'bozor_device'

/** Letters and digits that are not taken for each other. */
export const referralCodeSchema = z.string().regex(/^[a-hjkmnp-z2-9]{8}$/)

/** `new`: not looked at yet. `cancelled`: the order ended before it was paid; the friend may come again. */
export const referralStatuses = ['new', 'waiting', 'rewarded', 'refused', 'taken-back', 'cancelled'] as const
export type ReferralStatus = (typeof referralStatuses)[number]

export const referralReasons = [
  'self',
  'same-phone',
  'same-device',
  'same-address',
  'not-first-order',
  'order-too-small',
  'too-many',
  'refunded',
  'operator',
] as const
export type ReferralReason = (typeof referralReasons)[number]

const minor = z.int().min(0).max(1e12)

/** Amounts are minor units of UZS. */
export const referralTermsSchema = z.strictObject({
  referrerAmount: minor,
  friendAmount: minor,
  minOrder: minor,
  perDay: z.int().min(1).max(1000),
  waitDays: z.int().min(0).max(90),
  active: z.boolean(),
})
export type ReferralTerms = z.infer<typeof referralTermsSchema>

/** A friend as the one who invited sees it: no name, no number. */
export type InvitedFriend = { id: string; status: ReferralStatus; amount: Money; at: string }

export type OwnReferral = { code: string | null; terms: ReferralTerms; friends: InvitedFriend[] }

/** As the operator sees it. */
export type ReferralRow = {
  id: string
  status: ReferralStatus
  reason: ReferralReason | null
  referrer: string
  friend: string
  orderNumber: string
  amount: Money
  taken: Money
  reviewed: boolean
  at: string
}

export type ReferralCounts = {
  byStatus: { status: ReferralStatus; count: number }[]
  byReason: { reason: ReferralReason; count: number }[]
  /** What was given, less what was taken back. */
  given: Money
}
