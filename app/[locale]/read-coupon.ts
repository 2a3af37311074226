import { readSum } from '@/lib/format'
import { findTargets } from '@/lib/promotion'
import { type CouponInput, couponInputSchema } from '@/lib/promotion/schema'

export type ReadCoupon = { ok: true; input: CouponInput } | { ok: false; wrong: string[] }

/** As the form calls what the schema does. */
const fieldOf: Record<string, string> = {
  percentBp: 'value',
  amount: 'value',
  minTotal: 'minimum',
  startsAt: 'from',
  endsAt: 'to',
  limitTotal: 'limit',
  limitPerson: 'perPerson',
  shopId: 'shop',
  categoryId: 'category',
  marketBp: 'market',
}

const given = (text: string | undefined) => text?.trim() || undefined

/** Null: nothing is written; NaN, which no schema takes: no such number. */
const sumOf = (text: string | undefined) => (given(text) === undefined ? null : (readSum(text ?? '') ?? Number.NaN))
const countOf = (text: string | undefined) => (given(text) === undefined ? null : Number(text))

/** The midnight of that day in Tashkent. */
const dayOf = (text: string | undefined) => (given(text) === undefined ? null : new Date(`${text}T00:00:00+05:00`))

/** The form of both desks; a shop's own coupons are for its goods and at its cost. */
export async function readCoupon(values: Record<string, string>, ownShop: string | null): Promise<ReadCoupon> {
  const { kind } = values
  const { shopId, categoryId } = await findTargets({ shop: given(values['shop']), category: given(values['category']) })
  const parsed = couponInputSchema.safeParse({
    code: values['code'] ?? '',
    kind,
    percentBp: kind === 'percent' ? sumOf(values['value']) : null,
    amount: kind === 'fixed' ? sumOf(values['value']) : null,
    most: sumOf(values['most']),
    minTotal: sumOf(values['minimum']) ?? 0,
    startsAt: dayOf(values['from']) ?? new Date(),
    endsAt: dayOf(values['to']),
    limitTotal: countOf(values['limit']),
    limitPerson: countOf(values['perPerson']),
    shopId: ownShop ?? shopId,
    categoryId,
    segment: values['segment'],
    marketBp: ownShop === null ? (sumOf(values['market']) ?? 10_000) : 0,
    campaign: given(values['campaign']) ?? null,
  })
  const unknown = [shopId === undefined ? 'shop' : null, categoryId === undefined ? 'category' : null]
  const missing = unknown.filter((field) => field !== null)
  if (parsed.success && missing.length === 0) return { ok: true, input: parsed.data }
  const issues = parsed.success ? [] : parsed.error.issues
  const wrong = issues.map(({ path }) => fieldOf[String(path[0])] ?? String(path[0]))
  return { ok: false, wrong: [...new Set([...missing, ...wrong])] }
}
