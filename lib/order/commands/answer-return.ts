import { type Actor, actorId } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { fromWire, type Money, money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import type { ShopId } from '../domain/events'
import type { OrderCommand } from '../domain/order'
import { shopOf } from '../queries/shop-of'
import { type ReceiveReturnInput, reasonOf } from '../refund-schema'
import type { OrderId, ReturnId } from '../schema'
import { actOnOrder } from './act-on-order'
import { keepNote } from './keep-note'
import { toCounts } from './refund-parcel'

type Row = { id: ReturnId; order_id: OrderId; currency: Money['currency']; items: ReturnedItems }
type ReturnedItems = { lineId: `lin_${string}`; quantity: number }[]
type Found = Row & { shopId: ShopId | null }

async function returnFor(returnId: string, actor: Actor): Promise<Found | null> {
  const shopId = shopOf(actor)
  if (shopId === undefined) return null
  const { rows } = await sql.query<Row>(
    `select id, order_id, currency, items from return_view where id = $1 and ($2::text is null or shop_id = $2)`,
    [returnId, shopId],
  )
  return rows[0] ? { ...rows[0], shopId } : null
}

async function answer(found: Found, command: OrderCommand, actor: Actor, text?: string) {
  const orderId = found.order_id
  const answered = await actOnOrder(orderId, command, actorId(actor), (tx) =>
    keepNote(tx, { ref: found.id, kind: 'return-answer', orderId, text }),
  )
  return answered.ok ? ok({ orderId, returnId: found.id }) : answered
}

/** The shop or the operator agrees that the goods come back. Refuses with `not-found`, `wrong-status`. */
export async function approveReturn({ returnId }: { returnId: string }, actor: Actor) {
  const found = await returnFor(returnId, actor)
  if (!found) return fail('not-found')
  return answer(found, { type: 'ApproveReturn', returnId: found.id, shopId: found.shopId }, actor)
}

/** Nothing comes back; the money leaves escrow for the shop. Refuses with `not-found`, `wrong-status`. */
export async function rejectReturn({ returnId, reason: given }: { returnId: string; reason: string }, actor: Actor) {
  const found = await returnFor(returnId, actor)
  if (!found) return fail('not-found')
  const { reason, words } = reasonOf(given)
  const command = { type: 'RejectReturn', returnId: found.id, shopId: found.shopId, answer: reason } as const
  return answer(found, command, actor, words)
}

/**
 * The goods are back and were looked at: what is accepted is refunded less `deduction`, and put on sale again if
 * `restock`. Left out, every item is accepted whole. Refuses with `not-found`, `wrong-status`, `return-too-large`,
 * `deduction-too-large`, `wrong-currency`, `refund-too-large`.
 */
export async function receiveReturn(input: ReceiveReturnInput & { returnId: string }, actor: Actor) {
  const found = await returnFor(input.returnId, actor)
  if (!found) return fail('not-found')
  const { reason, words } = reasonOf(input.reason ?? 'agreed')
  const command = {
    type: 'ReceiveReturn',
    returnId: found.id,
    shopId: found.shopId,
    items: input.items ? toCounts(input.items.filter(({ quantity }) => quantity > 0)) : found.items,
    restock: input.restock ?? false,
    delivery: input.delivery ?? false,
    deduction: input.deduction ? fromWire(input.deduction) : money(0, found.currency),
    answer: reason,
  } as const
  return answer(found, command, actor, words)
}
