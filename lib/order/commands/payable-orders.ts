import { createHash } from 'node:crypto'
import { extendReservation, shortenReservation } from '@/lib/catalog'
import type { Tx } from '@/lib/kernel/db'
import { handle } from '@/lib/kernel/event-store'
import { must, ok } from '@/lib/kernel/result'
import type { PayableOrders } from '@/lib/payment/ports'
import { order } from '../domain/order'
import { findPayable } from '../queries/find-payable'
import { applyStock, refundsOf } from './apply-events'
import { HOLD_MINUTES, RELEASED_MINUTES } from './hold-minutes'

const actor = (orderId: string) => ({ actorId: `order:${orderId}` })

export const payableOrders: PayableOrders = {
  find: findPayable,

  async markPaid(tx: Tx, orderId, paymentId, provider) {
    const command = { type: 'MarkPaid', paymentId, cash: provider === 'cash' } as const
    const paid = await handle(tx, order, orderId, command, { actorId: paymentId })
    if (!paid.ok) return paid
    if (paid.value.length > 0) await extendReservation(tx, orderId, RELEASED_MINUTES)
    return ok(refundsOf(paid.value))
  },

  async releaseCash(tx, orderId) {
    const released = await handle(tx, order, orderId, { type: 'ReleaseCashOrder' }, actor(orderId))
    if (released.ok && released.value.length > 0) await extendReservation(tx, orderId, RELEASED_MINUTES)
  },

  async hold(tx, orderId, minutes) {
    await extendReservation(tx, orderId, minutes)
  },

  async endHold(tx, orderId) {
    const { rowCount } = await tx.query(
      `select 1 from order_view o where o.id = $1 and o.status = 'placed'
          and not exists (select 1 from parcel_view p where p.order_id = o.id and p.released)`,
      [orderId],
    )
    if (rowCount) await shortenReservation(tx, orderId, HOLD_MINUTES)
  },

  async refundByProvider(tx, orderId, amount, reason) {
    const command = { type: 'RefundByProvider', amount, reason } as const
    const refunded = must(await handle(tx, order, orderId, command, { actorId: `provider:${reason}` }))
    await applyStock(tx, orderId, refunded)
    return refundsOf(refunded)
  },

  async dispute(tx, orderId, { ref, amount, outcome }) {
    const disputeId = `dsp_${createHash('sha256').update(ref).digest('hex').slice(0, 24)}` as const
    const command = { type: 'DisputeByProvider', disputeId, amount, outcome } as const
    const disputed = must(await handle(tx, order, orderId, command, { actorId: `provider:${ref}` }))
    await applyStock(tx, orderId, disputed)
    return refundsOf(disputed)
  },
}
