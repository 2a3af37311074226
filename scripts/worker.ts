import { pool } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { boot } from '@/lib/kernel/plugin'
import { startWorker, stopWorker } from '@/lib/kernel/worker'
import { plugins } from '@/lib/plugins'

// The worker alone, for a machine of its own: policies and jobs without the pages (those then run with WORKER=off).
boot(plugins)
await startWorker()
log.info('the worker runs; Ctrl-C stops it')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stopWorker()
    await pool().end()
    process.exit(0)
  })
}
