import type { Plugin } from '@/lib/kernel/plugin'
import { refundPayment, sweepRefunds } from './commands/execute-refund'
import { projections } from './events/projections'

export const paymentModule: Plugin = {
  name: 'payment',
  projections,
  tables: ['payment_view', 'refund_view'],
  functions: { 'refund-payment': refundPayment, 'sweep-refunds': sweepRefunds },
  every: { 'sweep-refunds': 15 },
}
