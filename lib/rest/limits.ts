import { takeToken } from '@/lib/kernel/limit'
import { problem } from './problem'

/** Per minute; `RATE_LIMIT_SCALE` multiplies them. Carts and checkouts count by address: many buyers share one. */
export const limits = {
  read: 600,
  cart: 600,
  checkout: 120,
  order: 300,
  key: 100,
  live: 120,
  upload: 120,
  /** One a page view, and many phones behind one address. */
  beacon: 600,
} as const

export type LimitName = keyof typeof limits

export type Allowance = { ok: boolean; headers: Record<string, string> }

export async function allow(name: LimitName, who: string): Promise<Allowance> {
  const taken = await takeToken({ key: `rest:${name}:${who}`, limit: limits[name], windowSeconds: 60 })
  const reset = String(Math.max(1, Math.ceil(taken.resetSeconds)))
  const headers = {
    'RateLimit-Limit': String(taken.limit),
    'RateLimit-Remaining': String(Math.max(0, taken.remaining)),
    'RateLimit-Reset': reset,
  }
  return { ok: taken.ok, headers: taken.ok ? headers : { ...headers, 'Retry-After': reset } }
}

/** For addresses that are no calls: the refusal, or null. */
export async function tooMany(name: LimitName, who: string): Promise<Response | null> {
  const { ok, headers } = await allow(name, who)
  return ok ? null : problem('too-many-requests', { headers })
}
