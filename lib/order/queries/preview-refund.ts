import type { Actor } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { load } from '@/lib/kernel/event-store'
import { type Money, money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import { askedOf } from '../commands/refund-parcel'
import { parcelFor } from '../commands/step-parcel'
import { order } from '../domain/order'
import type { RefundParcelInput } from '../refund-schema'

/** `amount`: to the buyer, `subsidy`: to the market, `commission`: back to the shop, `released`: of what the shop may already have been paid. */
export type RefundPreview = { amount: Money; subsidy: Money; commission: Money; released: Money }

/** What `refundParcel` would do now, decided by the same rules and written nowhere. Refuses as it does. */
export async function previewRefund(input: RefundParcelInput, actor: Actor) {
  const found = await parcelFor(input.parcelId, actor)
  if (!found) return fail('not-found')
  const { orderId, parcelId, shopId } = found
  const by = shopId === null ? 'operator' : 'shop'
  const asked = askedOf(input)
  const decided = order.decide(await load(sql, order, orderId), {
    type: 'RefundParcel',
    refundId: 'rfd_preview',
    parcelId,
    shopId,
    asked,
    reason: 'other',
    by,
  })
  if (!decided.ok) return decided
  const accepted = decided.value.find((event) => event.type === 'RefundAccepted')
  if (accepted?.type !== 'RefundAccepted') return fail('nothing-to-refund')
  const { amount, subsidy = money(0, amount.currency), commission, released } = accepted.data
  return ok<RefundPreview>({ amount, subsidy, commission, released })
}
