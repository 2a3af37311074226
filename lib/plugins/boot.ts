import { forgetPages, onInvalidate } from '@/lib/kernel/cache'
import { env } from '@/lib/kernel/env'
import { boot } from '@/lib/kernel/plugin'
import { startWorker } from '@/lib/kernel/worker'
import { plugins } from './index'

/** One instance: plug-ins, the ear for changed pages, and, unless WORKER=off, policies and jobs. */
export async function startInstance(): Promise<void> {
  boot(plugins)
  if (process.env['NEXT_PHASE'] === 'phase-production-build') return
  onInvalidate(forgetPages)
  if (env.WORKER === 'on') await startWorker()
}
