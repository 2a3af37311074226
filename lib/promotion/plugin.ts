import type { Tx } from '@/lib/kernel/db'
import { on, type Plugin } from '@/lib/kernel/plugin'
import type { EventOf } from '@/lib/order/domain/events'
import { releaseCoupon } from './commands'

/** Cancelled by whomever: money that had come goes back, so the coupon does as well. */
const giveBack = (tx: Tx, orderId: string) => releaseCoupon(tx, orderId).then(() => undefined)

export const promotion: Plugin = {
  name: 'promotion',
  policies: { OrderCancelled: on<EventOf<'OrderCancelled'>>((tx, { data }) => giveBack(tx, data.orderId)) },
}
