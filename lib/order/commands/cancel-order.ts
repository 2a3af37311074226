import { type Actor, actorId } from '@/lib/auth/schema'
import { fail, ok } from '@/lib/kernel/result'
import type { CancelReason } from '../domain/events'
import { openOrder } from '../queries/open-order'
import type { OrderAccess } from '../schema'
import { actOnOrder } from './act-on-order'
import { keepNote } from './keep-note'

const reasonOf = (actor: Actor | undefined): CancelReason =>
  actor?.kind === 'user' && (actor.role === 'admin' || actor.role === 'staff') ? 'operator' : 'buyer'

/**
 * The buyer (or the operator) cancels the whole order: goods are freed and money is asked back at once. A shop cancels
 * its own parcel instead. `words`, the buyer's own, are kept where they can be erased. Refuses with `not-found`,
 * `already-shipped`, `completed`.
 */
export async function cancelOrder(ref: { id: string } | { number: string }, access: OrderAccess, words?: string) {
  if (access.actor?.kind === 'shop') return fail('not-found')
  const head = await openOrder(ref, access)
  if (!head || head.shopId) return fail('not-found')
  const orderId = head.id
  const command = { type: 'CancelOrder', reason: reasonOf(access.actor) } as const
  const who = access.actor ? actorId(access.actor) : 'guest'
  const cancelled = await actOnOrder(orderId, command, who, (tx) =>
    keepNote(tx, { ref: orderId, kind: 'cancel', orderId, text: words }),
  )
  return cancelled.ok ? ok({ orderId }) : cancelled
}
