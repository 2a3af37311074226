import type { Tx } from '@/lib/kernel/db'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { couponShares, findCoupon } from '@/lib/promotion'
import { type Coupon, type CouponRefusal, couponCodeSchema } from '@/lib/promotion/schema'
import type { QuotedParcel } from '../domain/events'
import { keepPayable } from '../domain/keep-payable'
import type { ParcelCuts } from '../domain/price-parcels'
import { hasBought } from '../queries/has-bought'

/** `discount` and `subsidy` are the sums of the cuts. */
export type Cutting = { coupon: Coupon; cuts: ParcelCuts[]; discount: number; subsidy: number }
export type Quoted = { parcels: QuotedParcel[]; categories: ReadonlyMap<string, readonly string[]> }

async function isForThem(tx: Tx, { segment }: Coupon, phone: string | null): Promise<boolean> {
  if (segment === 'everyone' || phone === null) return true
  return (await hasBought(tx, phone)) === (segment === 'returning')
}

const total = (cuts: readonly ParcelCuts[], of: 'discount' | 'subsidy') =>
  cuts.flatMap(({ lines, delivery }) => [...lines, delivery]).reduce((sum, cut) => sum + cut[of], 0)

/** What the coupon behind `code` takes off these parcels. A phone that is not known yet (null) is not asked about. */
export async function cutPrices(
  tx: Tx,
  code: string,
  { parcels, categories }: Quoted,
  phone: string | null,
): Promise<Result<Cutting, CouponRefusal>> {
  const read = couponCodeSchema.safeParse(code)
  if (!read.success) return fail('unknown-coupon')
  const found = await findCoupon(tx, read.data, phone)
  if (!found.ok) return found
  const coupon = found.value
  if (!(await isForThem(tx, coupon, phone))) return fail('coupon-not-for-you')
  const currency = parcels[0]?.delivery.currency ?? 'UZS'
  if (currency !== 'UZS') return fail('coupon-not-for-these')
  const goods = parcels.map(({ shopId, lines, delivery }) => ({
    shopId,
    delivery: delivery.amount,
    lines: lines.map(({ variantId, price, quantity }) => ({
      gross: price.amount * quantity,
      categoryIds: categories.get(variantId) ?? [],
    })),
  }))
  const shares = couponShares(coupon, goods, currency)
  if (!shares.ok) return shares
  const cuts = keepPayable(shares.value.parcels, parcels)
  const discount = total(cuts, 'discount')
  return discount > 0 ? ok({ coupon, cuts, discount, subsidy: total(cuts, 'subsidy') }) : fail('coupon-not-for-these')
}
