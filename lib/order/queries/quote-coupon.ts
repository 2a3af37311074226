import { type CartRef, getCart } from '@/lib/cart'
import { sql } from '@/lib/kernel/db'
import { type Money, money } from '@/lib/kernel/money'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { CouponRefusal } from '@/lib/promotion/schema'
import { cutPrices } from '../commands/cut-prices'
import { quoteOrder } from '../commands/quote-order'
import type { PlaceOrderInput } from '../schema'

type Asked = Pick<PlaceOrderInput, 'deliveries'> & { coupon: string; phone: string | null }

/** What a coupon would take off this cart now; nothing is taken. Refuses as `placeOrder` does. */
export async function quoteCoupon(
  { coupon, phone, deliveries }: Asked,
  ref: CartRef,
): Promise<Result<{ code: string; discount: Money }, CouponRefusal | 'empty-order'>> {
  const cart = await getCart(ref)
  if (cart?.status !== 'open') return fail('empty-order')
  const lines = cart.shops.flatMap(({ items }) => items.map(({ variantId, quantity }) => ({ variantId, quantity })))
  const address = { region: 0, district: 0, street: '' }
  const quoted = await quoteOrder(sql, { id: cart.id, userId: null, lines }, { deliveries, address })
  if (!quoted.ok) return fail('empty-order')
  const cut = await cutPrices(sql, coupon, quoted.value, phone)
  return cut.ok ? ok({ code: cut.value.coupon.code, discount: money(cut.value.discount, 'UZS') }) : cut
}
