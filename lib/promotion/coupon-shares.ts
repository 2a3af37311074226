import { allocate, type Currency, money, share, toWire } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { Coupon, CouponRefusal } from './schema'

/** Goods of one shop: what each line costs and what the way costs, in minor units. */
export type CouponParcel = {
  shopId: string
  lines: readonly { gross: number; categoryIds: readonly string[] }[]
  delivery: number
}

/** `subsidy` is the market's part of the discount beside it. */
export type Part = { discount: number; subsidy: number }
export type CouponShares = { parcels: { lines: Part[]; delivery: Part }[]; discount: number; subsidy: number }

type Terms = Pick<Coupon, 'kind' | 'percentBp' | 'amount' | 'most' | 'minTotal' | 'shopId' | 'categoryId' | 'marketBp'>

const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

const split = (whole: number, weights: readonly number[], currency: Currency): number[] =>
  weights.length === 0 ? [] : allocate(money(whole, currency), weights).map(({ amount }) => amount)

/** What each line of each parcel counts for: nothing where the coupon is not for it. */
const worths = (terms: Terms, parcels: readonly CouponParcel[]): number[][] =>
  parcels.map(({ shopId, lines }) =>
    lines.map(({ gross, categoryIds }) => {
      const fits = terms.shopId === null || terms.shopId === shopId
      return fits && (terms.categoryId === null || categoryIds.includes(terms.categoryId)) ? gross : 0
    }),
  )

function worth(terms: Terms, base: number, delivery: number, currency: Currency): number {
  const asked =
    terms.kind === 'percent'
      ? share(money(base, currency), terms.percentBp ?? 0).amount
      : terms.kind === 'fixed'
        ? (terms.amount ?? 0)
        : delivery
  return Math.min(asked, terms.most ?? asked, terms.kind === 'free-delivery' ? delivery : base)
}

/**
 * Shares a coupon over the lines it is for by their worth (free delivery: over the ways), to the tiyin: the parts add
 * up to the discount and the market's parts to the market's. Refuses with `coupon-not-for-these`, `coupon-minimum`.
 */
export function couponShares(
  terms: Terms,
  parcels: readonly CouponParcel[],
  currency: Currency,
): Result<CouponShares, Extract<CouponRefusal, 'coupon-not-for-these' | 'coupon-minimum'>> {
  const weights = worths(terms, parcels)
  const base = total(weights.flat())
  if (base === 0) return fail('coupon-not-for-these')
  if (base < terms.minTotal) return fail('coupon-minimum', { minimum: toWire(money(terms.minTotal, currency)) })
  const free = terms.kind === 'free-delivery'
  const ways = parcels.map(({ delivery }, index) => (total(weights[index] ?? []) > 0 ? delivery : 0))
  const discount = worth(terms, base, total(ways), currency)
  const subsidy = share(money(discount, currency), terms.marketBp).amount
  const places = free ? ways : weights.flat()
  const discounts = split(discount, places, currency)
  const subsidies = split(subsidy, discounts, currency)
  const parts = places.map((_, at): Part => ({ discount: discounts[at] ?? 0, subsidy: subsidies[at] ?? 0 }))
  return ok({ parcels: arrange(parcels, parts, free), discount, subsidy })
}

const none: Part = { discount: 0, subsidy: 0 }

function arrange(parcels: readonly CouponParcel[], parts: readonly Part[], free: boolean): CouponShares['parcels'] {
  let from = 0
  return parcels.map(({ lines }, index) => {
    if (free) return { lines: lines.map(() => none), delivery: parts[index] ?? none }
    const own = parts.slice(from, from + lines.length)
    from += lines.length
    return { lines: own, delivery: none }
  })
}
