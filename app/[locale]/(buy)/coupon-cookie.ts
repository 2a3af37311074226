import 'server-only'
import { cookies } from 'next/headers'
import { couponCodeSchema } from '@/lib/promotion/schema'

export const couponCookie = 'bozor_coupon'

/** The code of the link that was followed, if it could be one. */
export async function keptCoupon(): Promise<string | null> {
  return couponCodeSchema.safeParse((await cookies()).get(couponCookie)?.value).data ?? null
}

/** It is in an order now. */
export async function forgetCoupon(): Promise<void> {
  const jar = await cookies()
  if (jar.has(couponCookie)) jar.delete(couponCookie)
}
