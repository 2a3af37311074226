import { env } from '@/lib/kernel/env'
import { auditMarket, type Progress } from '../seo/audit'
import type { Flags } from './parse-flags'
import { UsageError } from './usage-error'

const pause = 5000

/** A line now and then: the first render of every page of a market takes minutes. */
function openProgress(): Progress {
  const begun = Date.now()
  let told = begun
  return (what, done, all) => {
    const now = Date.now()
    if (now - told < pause) return
    told = now
    console.error(`… ${what}: ${done} of ${all}, ${Math.round((now - begun) / 1000)} s`)
  }
}

/** Every breach with its page, then how many of each rule; 1 if there is any. */
export async function auditSeo(flags: Flags): Promise<number> {
  const origin = (flags.get('url') ?? env.APP_URL).replace(/\/$/, '')
  const limit = flags.get('limit')
  if (limit !== undefined && !/^[1-9]\d*$/.test(limit)) throw new UsageError('--limit is a whole number of pages')
  const audit = await auditMarket(origin, limit === undefined ? undefined : Number(limit), openProgress())
  for (const { rule, page, detail } of audit.breaches) console.log(`✗ ${rule}: ${page}${detail ? ` — ${detail}` : ''}`)
  const counts = new Map<string, number>()
  for (const { rule } of audit.breaches) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  for (const [rule, count] of counts) console.log(`${String(count).padStart(6)} ${rule}`)
  const { pages, listed, links, images, breaches } = audit
  console.log(`${pages} pages read of ${listed} listed, ${links} links, ${images} images: ${breaches.length} breaches`)
  return breaches.length > 0 ? 1 : 0
}
