import type { CouponState } from '@/components/checkout/checkout-state'
import type { Actor } from '@/lib/auth/schema'
import { formatMoney, normalizePhone } from '@/lib/format'
import { fill, type Locale } from '@/lib/i18n'
import { checkoutText } from '@/lib/i18n/messages/checkout'
import { fromWire, type WireMoney } from '@/lib/kernel/money'
import { quoteCoupon } from '@/lib/order'
import type { PlaceOrderInput } from '@/lib/order/schema'
import type { CouponRefusal } from '@/lib/promotion/schema'
import { deliveriesOf } from './read-form'

const refusals = [
  'unknown-coupon',
  'coupon-exhausted',
  'coupon-used',
  'coupon-minimum',
  'coupon-not-for-these',
  'coupon-not-for-you',
] as const satisfies CouponRefusal[]

export const isCouponRefusal = (code: string): code is CouponRefusal => refusals.some((one) => one === code)

/** The sentence beside the field. */
export function couponWords(code: CouponRefusal, detail: object | undefined, locale: Locale): string {
  const minimum = (detail as { minimum?: WireMoney } | undefined)?.minimum
  const text = checkoutText[locale][code]
  return minimum ? fill(text, { minimum: formatMoney(fromWire(minimum), locale) }) : text
}

/** What the code in the form would take off now, or why it does not; nothing is taken. */
export async function askCoupon(values: Record<string, string>, actor: Actor, locale: Locale): Promise<CouponState> {
  const code = values['coupon']?.trim().slice(0, 64)
  if (!code) return { cut: null, problem: null }
  const phone = normalizePhone(values['phone'] ?? '') ?? null
  const deliveries = deliveriesOf(values) as PlaceOrderInput['deliveries']
  const quoted = await quoteCoupon({ coupon: code, phone, deliveries }, actor)
  if (quoted.ok) return { cut: { code: quoted.value.code, amount: quoted.value.discount.amount }, problem: null }
  if (!isCouponRefusal(quoted.code)) return { cut: null, problem: null }
  return { cut: null, problem: couponWords(quoted.code, quoted.detail, locale) }
}
