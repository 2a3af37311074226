import { type Actor, actorId } from '@/lib/auth/schema'
import { restock } from '@/lib/catalog'
import { sql, type Tx, transact } from '@/lib/kernel/db'
import { fail, ok } from '@/lib/kernel/result'
import type { ShopId } from '../domain/events'
import type { ParcelCommand } from '../domain/order'
import { stockLines } from '../domain/stock-lines'
import { shopOf } from '../queries/shop-of'
import type { OrderId, ParcelId } from '../schema'
import { decideOn } from './act-on-order'
import { readStockLines } from './apply-events'
import { keepNote } from './keep-note'

type WithoutIds<Command> = Command extends unknown ? Omit<Command, 'parcelId' | 'shopId'> : never
type Step = WithoutIds<ParcelCommand>

export type ParcelRef = { orderId: OrderId; parcelId: ParcelId; shopId: ShopId | null }

/** The parcel as this actor may command it; null for a foreign one as for one that does not exist. */
export async function parcelFor(parcelId: string, actor: Actor): Promise<ParcelRef | null> {
  const shopId = shopOf(actor)
  if (shopId === undefined) return null
  const { rows } = await sql.query<{ id: ParcelId; order_id: OrderId }>(
    'select id, order_id from parcel_view where id = $1 and ($2::text is null or shop_id = $2)',
    [parcelId, shopId],
  )
  const row = rows[0]
  return row ? { orderId: row.order_id, parcelId: row.id, shopId } : null
}

/** All goods of a parcel that has come back unopened. */
const restockAll = async (tx: Tx, parcelId: ParcelId) => restock(tx, stockLines(await readStockLines(tx, parcelId)))

type Beside = { words?: string | undefined; restocked?: boolean; and?: (tx: Tx, of: ParcelRef) => Promise<unknown> }

/** One step of one parcel by its shop; stock and money move in the same transaction. A foreign parcel is `not-found`. */
export async function stepParcel(parcelId: string, step: Step, actor: Actor, beside: Beside = {}) {
  const found = await parcelFor(parcelId, actor)
  if (!found) return fail('not-found')
  const { orderId } = found
  const command = { ...step, parcelId: found.parcelId, shopId: found.shopId } as ParcelCommand
  return transact(async (tx) => {
    const stepped = await decideOn(tx, orderId, command, actorId(actor))
    if (!stepped.ok) return stepped
    const moved = stepped.value.length > 0
    if (moved && beside.words) await keepNote(tx, { ref: found.parcelId, kind: 'cancel', orderId, text: beside.words })
    if (moved && beside.restocked) await restockAll(tx, found.parcelId)
    await beside.and?.(tx, found)
    return ok({ orderId, parcelId: found.parcelId })
  })
}
