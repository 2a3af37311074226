import type { Plugin } from '@/lib/kernel/plugin'
import { sweepReceipts } from './commands/confirm-receipt'
import { expireOrder, sweepOrders } from './commands/expire-order'
import { payableOrders } from './commands/payable-orders'
import { paymentPolicies, policies } from './events/policies'
import { projections } from './events/projections'

export const orderModule: Plugin = {
  name: 'order',
  provides: { 'payable-orders': payableOrders },
  projections,
  policies: { ...policies, ...paymentPolicies },
  tables: ['order_view', 'parcel_view', 'parcel_line_view', 'return_view', 'dispute_view'],
  functions: { 'expire-order': expireOrder, 'sweep-orders': sweepOrders, 'sweep-receipts': sweepReceipts },
  every: { 'sweep-orders': 30, 'sweep-receipts': 60 },
}
