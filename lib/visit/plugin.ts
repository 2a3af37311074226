import { on, type Plugin } from '@/lib/kernel/plugin'
import type { EventOf } from '@/lib/order/domain/events'
import { recordPaid, sweepVisits } from './commands'

export const visit: Plugin = {
  name: 'visit',
  policies: { OrderPaid: on<EventOf<'OrderPaid'>>((tx, { data }) => recordPaid(tx, data.orderId)) },
  functions: { 'sweep-visits': sweepVisits },
  every: { 'sweep-visits': 86_400 },
}
