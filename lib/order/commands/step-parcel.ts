import { type Actor, actorId, isSeller } from '@/lib/auth/schema'
import { consumeStock } from '@/lib/catalog'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { fail, ok } from '@/lib/kernel/result'
import type { OrderEvent, ShopId } from '../domain/events'
import { order, type ParcelCommand } from '../domain/order'
import type { OrderId, ParcelId } from '../schema'
import { applyCancellation } from './apply-cancellation'

type WithoutIds<Command> = Command extends unknown ? Omit<Command, 'parcelId' | 'shopId'> : never
type Step = WithoutIds<ParcelCommand>

/** Undefined: not somebody who handles parcels. Null: the operator, who handles all. */
function shopOf(actor: Actor): ShopId | null | undefined {
  if (actor.kind === 'shop') return actor.shopId
  if (actor.kind === 'system') return null
  if (actor.kind !== 'user') return undefined
  if (actor.role === 'admin' || actor.role === 'staff') return null
  return isSeller(actor) ? actor.shopId : undefined
}

async function applyStep(tx: Tx, orderId: OrderId, events: OrderEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'ParcelShipped') await consumeStock(tx, orderId, event.data.variantIds)
  }
  await applyCancellation(tx, orderId, events)
}

/** One step of one parcel by its shop; stock and money move in the same transaction. A foreign parcel is `not-found`. */
export async function stepParcel(parcelId: string, step: Step, actor: Actor) {
  const shopId = shopOf(actor)
  if (shopId === undefined) return fail('not-found')
  const { rows } = await sql.query<{ order_id: OrderId }>('select order_id from parcel_view where id = $1', [parcelId])
  const orderId = rows[0]?.order_id
  if (!orderId) return fail('not-found')
  const command = { ...step, parcelId: parcelId as ParcelId, shopId } as ParcelCommand
  return transact(async (tx) => {
    const stepped = await handle(tx, order, orderId, command, { actorId: actorId(actor) })
    if (!stepped.ok) return stepped
    await applyStep(tx, orderId, stepped.value)
    return ok({ orderId, parcelId: command.parcelId })
  })
}
