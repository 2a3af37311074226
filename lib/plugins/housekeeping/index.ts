import { sweepKeys } from '@/lib/kernel/idempotency'
import { sweepLimits } from '@/lib/kernel/limit'
import type { Plugin } from '@/lib/kernel/plugin'
import { sweepCallbacks } from '@/lib/payment'

/** What grows with traffic and ends with time. */
export const housekeeping: Plugin = {
  name: 'housekeeping',
  functions: { 'sweep-limits': sweepLimits, 'sweep-keys': sweepKeys, 'sweep-callbacks': sweepCallbacks },
  every: { 'sweep-limits': 600, 'sweep-keys': 3_600, 'sweep-callbacks': 600 },
}
