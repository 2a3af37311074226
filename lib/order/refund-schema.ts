import { z } from 'zod'
import type { BundlePart } from '@/lib/catalog/schema'
import type { Texts } from '@/lib/i18n'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'

export type RefundId = Id<'rfd'>
export type ReturnId = Id<'rtn'>
export type DisputeId = Id<'dsp'>

/** What goes into an event; a person's own words become `other` and are kept beside it. */
export const refundReasons = [
  'defective',
  'damaged',
  'wrong-item',
  'missing-item',
  'not-as-described',
  'not-delivered',
  'late',
  'changed-mind',
  'agreed',
  'other',
] as const
export type RefundReason = (typeof refundReasons)[number]

/** The payer's bank disputes the payment: only a provider can say so, and only it decides. */
export const CHARGEBACK = 'chargeback'

/** A known code is a code, anything else is somebody's words. */
export const reasonOf = (given: string): { reason: RefundReason; words: string | undefined } => {
  const code = refundReasons.find((reason) => reason === given)
  return code ? { reason: code, words: undefined } : { reason: 'other', words: given }
}

const words = z.string().trim().min(1).max(500)
/** An unknown id is not found, whatever it looks like. */
const anyId = z.string().min(1).max(60)
const positiveMoney = z.strictObject({ amount: z.string().regex(/^[1-9]\d{0,14}$/), currency: z.enum(['UZS', 'USD']) })
const anyMoney = z.strictObject({ amount: z.string().regex(/^\d{1,15}$/), currency: z.enum(['UZS', 'USD']) })
const items = z
  .array(z.strictObject({ itemId: anyId, quantity: z.int().min(1).max(100_000) }))
  .min(1)
  .max(200)
/** Ids or addresses of pictures; nothing that could run. */
const photos = z
  .array(
    z
      .string()
      .max(500)
      .regex(/^(?:https:\/\/|\/(?!\/))?[\w\-./%~?=&+,@:]+$/)
      .refine((text) => text.startsWith('https://') || !text.includes(':')),
  )
  .max(8)

/** Body of POST /seller/refunds. */
export const refundParcelSchema = z
  .strictObject({
    parcelId: anyId,
    items: items.optional(),
    amount: positiveMoney.optional(),
    all: z.literal(true).optional(),
    /** With items: what is left of the delivery fee goes back as well. */
    delivery: z.boolean().optional(),
    reason: words,
  })
  .refine((body) => [body.items, body.amount, body.all].filter((part) => part !== undefined).length === 1, {
    message: 'exactly one of items, amount and all',
  })
export type RefundParcelInput = z.infer<typeof refundParcelSchema>

/** Body of POST /orders/{id}/returns. */
export const requestReturnSchema = z.strictObject({
  parcelId: anyId,
  items,
  reason: words,
  comment: words.optional(),
  photos: photos.optional(),
})
export type RequestReturnInput = z.infer<typeof requestReturnSchema>

export const rejectReturnSchema = z.strictObject({ reason: words })
/** What is left out is accepted as asked: every item, nothing withheld, nothing put back on sale. */
export const receiveReturnSchema = z.strictObject({
  items: z
    .array(z.strictObject({ itemId: anyId, quantity: z.int().min(0).max(100_000) }))
    .max(200)
    .optional(),
  restock: z.boolean().default(false),
  deduction: anyMoney.optional(),
  delivery: z.boolean().default(false),
  reason: words.optional(),
})
export type ReceiveReturnInput = z.input<typeof receiveReturnSchema>

export const openDisputeSchema = z.strictObject({
  parcelId: anyId,
  amount: positiveMoney,
  reason: words,
  comment: words.optional(),
  photos: photos.optional(),
})
export type OpenDisputeInput = z.infer<typeof openDisputeSchema>

/** `note`: how and to whom it was given. */
export const giveBackCashSchema = z.strictObject({ refundId: anyId, amount: positiveMoney, note: words })
export type GiveBackCashInput = z.infer<typeof giveBackCashSchema>

export const returnStatuses = ['requested', 'approved', 'rejected', 'received'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

export type ReturnItem = {
  itemId: string
  sku: string
  title: Texts
  options: Record<string, string>
  /** Of one piece of a bundle, which comes back whole; null: it is none. */
  parts: BundlePart[] | null
  quantity: number
}

/** Goods on their way back. */
export type Return = {
  id: ReturnId
  orderId: Id<'ord'>
  orderNumber: string
  parcelId: Id<'par'>
  shopId: Id<'sho'>
  status: ReturnStatus
  items: ReturnItem[]
  /** At the inspection; null before it. */
  accepted: { itemId: string; quantity: number }[] | null
  reason: string
  /** The buyer's own words; null when there are none or they were erased. */
  comment: string | null
  photos: string[]
  /** The shop's answer: a code, and its own words. */
  answer: string | null
  answerComment: string | null
  /** What the goods cost; `refunded` is what went back for them. */
  amount: Money
  deduction: Money
  refunded: Money
  restocked: boolean
  createdAt: string
  updatedAt: string
}

export type Dispute = {
  id: DisputeId
  orderId: Id<'ord'>
  orderNumber: string
  parcelId: Id<'par'>
  shopId: Id<'sho'>
  status: 'open' | 'resolved'
  amount: Money
  reason: string
  comment: string | null
  photos: string[]
  inFavourOf: 'buyer' | 'shop' | null
  /** The operator's closing words, for both sides; null where there are none. */
  answerComment: string | null
  refunded: Money
  createdAt: string
  updatedAt: string
}
