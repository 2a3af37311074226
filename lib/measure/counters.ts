import { env } from '@/lib/kernel/env'
import type { Counters } from './schema'

const counter = (id: string | undefined, script: string) => (id === undefined ? null : { id, script })

/** Which counters this market has; null: none, so nobody need be asked for anything. */
export function readCounters(): Counters | null {
  const counters = {
    ga4: counter(env.GA4_MEASUREMENT_ID, env.GA4_SCRIPT_URL),
    meta: counter(env.META_PIXEL_ID, env.META_SCRIPT_URL),
    metrica: counter(env.METRICA_ID, env.METRICA_SCRIPT_URL),
    vercel: env.VERCEL_ANALYTICS === 'on',
  }
  return Object.values(counters).some(Boolean) ? counters : null
}
