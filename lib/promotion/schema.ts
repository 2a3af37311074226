import { z } from 'zod'
import type { Id } from '@/lib/kernel/id'
import type { Money } from '@/lib/kernel/money'

export type CouponId = Id<'cpn'>

export const couponKinds = ['percent', 'fixed', 'free-delivery'] as const
export const segments = ['everyone', 'first-order', 'returning'] as const
export type CouponKind = (typeof couponKinds)[number]
export type Segment = (typeof segments)[number]

/** As it is compared: people type small letters and spaces. */
export const plainCode = (text: string) => text.replace(/\s+/g, '').toUpperCase()

export const couponCodeSchema = z
  .string()
  .max(80)
  .transform(plainCode)
  .pipe(z.string().regex(/^[A-Z0-9-]{3,32}$/, 'code'))

const minor = z.int().min(1).max(1e13)
const count = z.int().min(1).max(10_000_000)

/** What a coupon gives. Amounts are minor units of UZS; `percentBp` 1000 is 10 %. */
export const couponInputSchema = z
  .strictObject({
    code: couponCodeSchema,
    kind: z.enum(couponKinds),
    percentBp: z.int().min(1).max(10_000).nullable().default(null),
    amount: minor.nullable().default(null),
    /** Most that one order gets. */
    most: minor.nullable().default(null),
    minTotal: z.int().min(0).max(1e13).default(0),
    startsAt: z.coerce.date(),
    endsAt: z.coerce.date().nullable().default(null),
    limitTotal: count.nullable().default(null),
    limitPerson: count.nullable().default(null),
    shopId: z.string().startsWith('sho_').nullable().default(null),
    categoryId: z.string().nullable().default(null),
    segment: z.enum(segments).default('everyone'),
    /** The market's part: 10 000 it pays alone, 0 the shop does. */
    marketBp: z.int().min(0).max(10_000),
    campaign: z.string().trim().min(1).max(80).nullable().default(null),
  })
  .refine(({ kind, percentBp }) => (kind === 'percent') === (percentBp !== null), { path: ['percentBp'] })
  .refine(({ kind, amount }) => (kind === 'fixed') === (amount !== null), { path: ['amount'] })
  .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, { path: ['endsAt'] })
  .refine(({ shopId, marketBp }) => shopId !== null || marketBp === 10_000, { path: ['marketBp'] })
export type CouponInput = z.infer<typeof couponInputSchema>

/** `proposed`: a shop is asked to pay a part and has not agreed yet. */
export type CouponStatus = 'proposed' | 'active' | 'ended'

export type Coupon = {
  id: CouponId
  code: string
  kind: CouponKind
  percentBp: number | null
  amount: number | null
  most: number | null
  minTotal: number
  startsAt: string
  endsAt: string | null
  limitTotal: number | null
  limitPerson: number | null
  used: number
  shopId: Id<'sho'> | null
  categoryId: string | null
  segment: Segment
  marketBp: number
  campaign: string | null
  status: CouponStatus
}

/** `discount` counts orders that stand. */
export type CouponReport = Coupon & { shopName: string | null; orders: number; discount: Money; subsidy: Money }

export type CouponRefusal =
  | 'unknown-coupon'
  | 'coupon-exhausted'
  /** This person has had it as often as it may be had. */
  | 'coupon-used'
  /** detail.minimum: Money that the goods it is for must cost. */
  | 'coupon-minimum'
  /** Nothing in the cart is what it is for. */
  | 'coupon-not-for-these'
  /** It is for a first order, or for those who bought before. */
  | 'coupon-not-for-you'
