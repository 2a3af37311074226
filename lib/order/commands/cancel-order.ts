import { type Actor, actorId } from '@/lib/auth/schema'
import { transact } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { fail, ok } from '@/lib/kernel/result'
import type { CancelReason } from '../domain/events'
import { order } from '../domain/order'
import { openOrder } from '../queries/open-order'
import type { OrderAccess } from '../schema'
import { applyCancellation } from './apply-cancellation'

const reasonOf = (actor: Actor | undefined): CancelReason =>
  actor?.kind === 'user' && (actor.role === 'admin' || actor.role === 'staff') ? 'operator' : 'buyer'

/**
 * The buyer (or the operator) cancels the whole order: goods are freed and money is asked back at once. A shop cancels
 * its own parcel instead. Refuses with `not-found`, `already-shipped`, `completed`.
 */
export async function cancelOrder(ref: { id: string } | { number: string }, access: OrderAccess) {
  if (access.actor?.kind === 'shop') return fail('not-found')
  const head = await openOrder(ref, access)
  if (!head || head.shopId) return fail('not-found')
  const command = { type: 'CancelOrder', reason: reasonOf(access.actor) } as const
  const meta = { actorId: access.actor ? actorId(access.actor) : 'guest' }
  return transact(async (tx) => {
    const cancelled = await handle(tx, order, head.id, command, meta)
    if (!cancelled.ok) return cancelled
    await applyCancellation(tx, head.id, cancelled.value)
    return ok({ orderId: head.id })
  })
}
