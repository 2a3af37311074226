import { type Actor, actorId } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fromWire, type Money } from '@/lib/kernel/money'
import { fail, ok } from '@/lib/kernel/result'
import { openParcel } from '../queries/open-order'
import { shopOf } from '../queries/shop-of'
import { type OpenDisputeInput, reasonOf } from '../refund-schema'
import type { DisputeId, OrderAccess, OrderId } from '../schema'
import { actOnOrder } from './act-on-order'
import { keepAsked, mayAttach } from './keep-asked'
import { keepNote } from './keep-note'

const DISPUTE_DAYS = 30

const isOver = async (parcelId: string): Promise<boolean> => {
  const { rowCount } = await sql.query(
    `select 1 from parcel_view where id = $1 and delivered_at < now() - $2 * interval '1 day'`,
    [parcelId, DISPUTE_DAYS],
  )
  return (rowCount ?? 0) > 0
}

/**
 * The buyer objects to a parcel that was sent or delivered; only this amount stays in escrow. Refuses with `not-found`,
 * `not-paid`, `not-delivered`, `refund-too-large`, `wrong-currency`, `dispute-too-late` (30 days after delivery).
 */
export async function openDispute(input: OpenDisputeInput, access: OrderAccess) {
  const found = await openParcel(input.parcelId, access)
  if (!found) return fail('not-found')
  const { orderId, parcelId } = found
  if (await isOver(parcelId)) return fail('dispute-too-late')
  if (!(await mayAttach(input.photos, orderId))) return fail('unknown-picture')
  const disputeId = newId('dsp')
  const { reason, words } = reasonOf(input.reason)
  const by = found.proof === 'operator' ? 'operator' : 'buyer'
  const amount = fromWire(input.amount)
  const command = { type: 'OpenDispute', disputeId, parcelId, amount, reason, by } as const
  const text = [words, input.comment].filter(Boolean).join('\n')
  const opened = await actOnOrder(orderId, command, access.actor ? actorId(access.actor) : 'guest', (tx) =>
    keepAsked(tx, { ref: disputeId, kind: 'dispute', orderId, text, photos: input.photos ?? [] }),
  )
  return opened.ok ? ok({ orderId, disputeId }) : opened
}

export type ResolveDispute = {
  disputeId: string
  /** What the buyer gets of the disputed amount; 0 decides for the shop. */
  refund: Money
  comment?: string | undefined
}

/** The operator decides; the rest leaves escrow. Refuses with `not-found`, `refund-too-large`, `wrong-currency`. */
export async function resolveDispute({ disputeId, refund, comment }: ResolveDispute, actor: Actor) {
  if (shopOf(actor) !== null) return fail('not-found')
  const { rows } = await sql.query<{ id: DisputeId; order_id: OrderId }>(
    'select id, order_id from dispute_view where id = $1',
    [disputeId],
  )
  const row = rows[0]
  if (!row) return fail('not-found')
  const orderId = row.order_id
  const command = { type: 'ResolveDispute', disputeId: row.id, refund } as const
  const resolved = await actOnOrder(orderId, command, actorId(actor), (tx) =>
    keepNote(tx, { ref: row.id, kind: 'dispute-answer', orderId, text: comment }),
  )
  return resolved.ok ? ok({ orderId, disputeId: row.id }) : resolved
}
