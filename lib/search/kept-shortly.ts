import { pool } from '@/lib/kernel/db'

type Kept = { at: number; of: object; value: Promise<unknown> }
/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorKeptShortly?: Map<string, Kept> }

// Every letter that somebody types asks for it; a change may take two seconds to be seen anyway.
// By a clock that says no time of day: a page that is made in advance may ask it.
const KEEP_MS = 2_000

/** What every question asks and hardly ever changes is read once in two seconds. For few, fixed names. */
export function keptShortly<T>(name: string, read: () => Promise<T>): Promise<T> {
  const all = (shared.bozorKeptShortly ??= new Map())
  const kept = all.get(name)
  if (kept && kept.of === pool() && performance.now() - kept.at < KEEP_MS) return kept.value as Promise<T>
  const value = read()
  all.set(name, { at: performance.now(), of: pool(), value })
  value.catch(() => all.delete(name))
  return value
}

/** Whoever changes it sees the change at once. */
export const forgetKept = (name: string): void => void shared.bozorKeptShortly?.delete(name)
