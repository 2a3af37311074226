import { z } from 'zod'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'
import type { EntryType, ShopBalances } from '@/lib/ledger/schema'
import type { NotPaid } from './domain/plan'

export type { NotPaid } from './domain/plan'

export type PayoutId = Id<'pyt'>

export const payoutStatuses = ['proposed', 'approved', 'exported', 'paid', 'rejected'] as const
export type PayoutStatus = (typeof payoutStatuses)[number]

export const frequencies = ['weekly', 'biweekly', 'monthly', 'manual'] as const
export type Schedule = {
  every: (typeof frequencies)[number]
  minimum: Money
  /** Rolling reserve: basis points of each released share, kept back for so many days. */
  reserveBp: number
  reserveDays: number
}

/** `own`: the operator has said so for this shop; else the usual terms. */
export type ShopSchedule = { slug: string; name: string; schedule: Schedule; own: boolean }

const digits = (length: number, code: string) =>
  z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{${length}}$`), code))
const emptyIsMissing = (text: unknown) => (text === '' ? undefined : text)

/** Formats of Uzbek banks and tax offices. A firm has a TIN, a person a PINFL, nobody both. Messages are keys. */
export const payoutDetailsSchema = z
  .strictObject({
    holder: z.string().trim().min(3, 'holder').max(160, 'holder'),
    tin: z.preprocess(emptyIsMissing, digits(9, 'tin').optional()),
    pinfl: z.preprocess(emptyIsMissing, digits(14, 'pinfl').optional()),
    account: digits(20, 'account'),
    mfo: digits(5, 'mfo'),
    bank: z.string().trim().min(2, 'bank').max(120, 'bank'),
    vatCode: z.preprocess(emptyIsMissing, digits(12, 'vatCode').optional()),
  })
  .refine(({ tin, pinfl }) => (tin === undefined) !== (pinfl === undefined), { path: ['tin'], message: 'taxId' })
export type PayoutDetailsInput = z.infer<typeof payoutDetailsSchema>

export type PayoutDetails = {
  id: string
  holder: string
  tin: string | null
  pinfl: string | null
  account: string
  mfo: string
  bank: string
  vatCode: string | null
  createdAt: string
  /** Changed less than a day ago: nothing is paid to it yet. */
  frozenUntil: string | null
}

export const scheduleSchema = z.strictObject({
  every: z.enum(frequencies),
  minimum: z.int().min(0).max(1e13),
  reserveBp: z.int().min(0).max(5_000),
  reserveDays: z.int().min(0).max(365),
})
export type ScheduleInput = z.infer<typeof scheduleSchema>

export type PayoutSummary = {
  id: PayoutId
  shop: { id: string; slug: string; name: string }
  /** `weekly:2026-11-16`: how often, and its first day in Tashkent. */
  period: string
  status: PayoutStatus
  gross: Money
  debt: Money
  amount: Money
  /** The last four digits. */
  account: string
  /** `usr_…`, or `cli`. */
  proposedBy: string
  /** For the operator's desk; null for the command line. */
  proposedByName: string | null
  proposedAt: string
  approvedAt: string | null
  exportedAt: string | null
  paidAt: string | null
  rejectedAt: string | null
  reason: string | null
}

export type PayoutLine = {
  entryId: number
  type: EntryType
  amount: Money
  number: string | null
  parcelId: string | null
  at: string
}

/** The lines add up to `amount`. */
export type Payout = PayoutSummary & { details: PayoutDetails; lines: PayoutLine[]; lineCount: number }

export type Skipped = { shop: string; reason: NotPaid | 'not-due' | 'already-proposed'; payable: Money; debt: Money }
export type PayoutRun = {
  proposed: { shop: string; payoutId: PayoutId | null; amount: Money; debt: Money }[]
  skipped: Skipped[]
}

/** `second-person`: who proposed it cannot approve it. `details-changed`: reject it and propose again. */
export type PayoutRefusal = 'not-found' | 'forbidden' | 'second-person' | 'wrong-status' | 'details-changed'

export type ShopMoney = {
  balances: ShopBalances
  schedule: Schedule
  details: PayoutDetails | null
}

/** A month of the shop's account: opening + credited + debited = closing. */
export type Statement = {
  month: string
  from: string
  to: string
  shop: { name: string; holder: string | null; taxId: string | null }
  opening: Money
  closing: Money
  /** Of the closing balance; `debt` is positive and taken off. */
  parts: { pending: Money; payable: Money; reserve: Money; debt: Money }
  credited: Money
  debited: Money
  entries: { id: number; type: EntryType; number: string | null; amount: Money; balance: Money; at: string }[]
  payouts: { id: string; status: PayoutStatus; amount: Money; debt: Money; account: string; at: string }[]
}
