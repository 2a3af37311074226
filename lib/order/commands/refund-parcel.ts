import { createHash } from 'node:crypto'
import { type Actor, actorId } from '@/lib/auth/schema'
import { newId } from '@/lib/kernel/id'
import { fromWire } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { ItemCount } from '../domain/events'
import { type RefundId, type RefundParcelInput, reasonOf } from '../refund-schema'
import { actOnOrder } from './act-on-order'
import { keepNote } from './keep-note'
import { parcelFor } from './step-parcel'

type Items = readonly { itemId: string; quantity: number }[]

export const toCounts = (items: Items): ItemCount[] =>
  items.map(({ itemId, quantity }) => ({ lineId: itemId as ItemCount['lineId'], quantity }))

export const askedOf = ({ items, amount, delivery }: RefundParcelInput) => {
  if (amount) return { amount: fromWire(amount) }
  return items ? { items: toCounts(items), delivery: delivery ?? false } : ({ all: true } as const)
}

/** The same attempt on the same parcel is the same refund, also after a crash. */
function refundIdOf(parcelId: string, attempt: string | undefined): RefundId {
  if (!attempt) return newId('rfd')
  return `rfd_${createHash('sha256').update(`${parcelId}\n${attempt}`).digest('hex').slice(0, 32)}`
}

/**
 * Gives back all of a parcel, some of its items or an amount: by its shop, or by the operator. Money is reserved at
 * once and sent by a job. `attempt`: the Idempotency-Key. Refuses with `not-found` (a foreign parcel too), `not-paid`,
 * `refund-too-large`, `nothing-to-refund`, `wrong-currency`.
 */
export async function refundParcel(input: RefundParcelInput & { attempt?: string | undefined }, actor: Actor) {
  const found = await parcelFor(input.parcelId, actor)
  if (!found) return fail('not-found')
  const { orderId, parcelId, shopId } = found
  const refundId = refundIdOf(parcelId, input.attempt)
  const { reason, words } = reasonOf(input.reason)
  const by = shopId === null ? 'operator' : 'shop'
  const command = { type: 'RefundParcel', refundId, parcelId, shopId, asked: askedOf(input), reason, by } as const
  const refunded = await actOnOrder(orderId, command, actorId(actor), (tx) =>
    keepNote(tx, { ref: refundId, kind: 'refund', orderId, text: words }),
  )
  return refunded.ok ? ok({ orderId, refundId }) : refunded
}
