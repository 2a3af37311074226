import { type Actor, actorId } from '@/lib/auth/schema'
import { fail } from '@/lib/kernel/result'
import { decideOn } from './act-on-order'
import { parcelFor, stepParcel } from './step-parcel'
import { tryDeliveryCode } from './try-delivery-code'

/**
 * The buyer has it. With the buyer's delivery `code` the receipt is confirmed as well, also afterwards, and the shop's
 * share leaves escrow. Refuses with `not-found`, `not-paid`, `cancelled`, `wrong-status`, `wrong-code`,
 * `too-many-tries`; a refused code delivers nothing.
 */
export async function deliverParcel({ parcelId, code }: { parcelId: string; code?: string | undefined }, actor: Actor) {
  if (code === undefined) return stepParcel(parcelId, { type: 'DeliverParcel' }, actor)
  const found = await parcelFor(parcelId, actor)
  if (!found) return fail('not-found')
  const tried = await tryDeliveryCode(found.parcelId, code)
  if (tried !== 'right') return fail(tried)
  return stepParcel(parcelId, { type: 'DeliverParcel' }, actor, {
    // Cash has nothing in escrow: its refusal here means only that there is nothing to release.
    and: (tx, { orderId }) =>
      decideOn(tx, orderId, { type: 'ConfirmReceipt', parcelId: found.parcelId, by: 'code' }, actorId(actor)),
  })
}
