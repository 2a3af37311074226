import { forgetKey, forgetPages, onInvalidate } from '@/lib/kernel/cache'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { boot } from '@/lib/kernel/plugin'
import { startWorker } from '@/lib/kernel/worker'
import { plugins } from './index'

const changed = new Set<string>()

/** Collected for a moment, so that a bulk change is one request and not a thousand. */
function forgetSoon(tag: string): void {
  if (changed.size === 0) setTimeout(() => void forgetNow(), 100)
  changed.add(tag)
}

// A page that was being made while its tag changed is kept by Next as if it were new: a second time finds it.
const AGAIN = 1_000

async function forgetNow(): Promise<void> {
  const tags = [...changed]
  changed.clear()
  if (await forget(tags)) setTimeout(() => void forget(tags), AGAIN)
}

/** Next first, then what stands in front of it: the other way round the front would fetch the old page again. */
async function forget(tags: readonly string[]): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${env.PORT}/api/functions/revalidate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${forgetKey()}` },
      body: JSON.stringify(tags),
      signal: AbortSignal.timeout(5_000),
    })
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    forgetPages(tags)
    return true
  } catch (error) {
    log.warn({ err: error }, 'changed pages: trying again')
    for (const tag of tags) changed.add(tag)
    setTimeout(() => void forgetNow(), 2_000)
    return false
  }
}

/** One instance: plug-ins, the ear for changed pages, and, unless WORKER=off, policies and jobs. */
export async function startInstance(): Promise<void> {
  boot(plugins)
  if (process.env['NEXT_PHASE'] === 'phase-production-build') return
  onInvalidate(forgetSoon)
  if (env.WORKER === 'on') await startWorker()
}
