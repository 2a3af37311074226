import type { Plugin } from '@/lib/kernel/plugin'
import { reconcilePayments } from '@/lib/payment'

let running = false

/** A round that is slower than the pace is not overtaken by the next. */
async function reconcile(): Promise<void> {
  if (running) return
  running = true
  try {
    await reconcilePayments()
  } finally {
    running = false
  }
}

/** Callbacks get lost: every 30 s the providers are asked themselves. */
export const reconciler: Plugin = {
  name: 'reconciler',
  functions: { 'reconcile-payments': reconcile },
  every: { 'reconcile-payments': 30 },
}
