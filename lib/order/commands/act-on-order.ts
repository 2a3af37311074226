import { type Tx, transact } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { ok } from '@/lib/kernel/result'
import { type OrderCommand, order } from '../domain/order'
import type { OrderId } from '../schema'
import { applyEvents } from './apply-events'

/** One command on one order with all that follows from it; joins the caller's transaction. */
export async function decideOn(tx: Tx, orderId: OrderId, command: OrderCommand, actorId: string) {
  const decided = await handle(tx, order, orderId, command, { actorId })
  if (decided.ok) await applyEvents(tx, orderId, decided.value)
  return decided
}

/** The same in a transaction of its own; `and` writes beside it what may not be in an event. */
export const actOnOrder = (
  orderId: OrderId,
  command: OrderCommand,
  actorId: string,
  and: (tx: Tx) => Promise<unknown> = async () => undefined,
) =>
  transact(async (tx) => {
    const decided = await decideOn(tx, orderId, command, actorId)
    if (!decided.ok) return decided
    if (decided.value.length > 0) await and(tx)
    return ok(decided.value)
  })
