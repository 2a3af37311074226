import { randomBytes } from 'node:crypto'
import type { Tx } from './db'
import { notifyLive, subscribe } from './live'

/** Every cache tag there is: readers and invalidators share this list. */
export const tags = {
  home: () => 'home',
  categories: () => 'categories',
  category: (slug: string) => `c:${slug}`,
  /** By id wherever it is shown, and by every address it may be asked for at. */
  product: (idOrSlug: string) => `p:${idOrSlug}`,
  shop: (slug: string) => `s:${slug}`,
  help: () => 'help',
  /** Where experiments are made: by the place's name. */
  place: (name: string) => `x:${name}`,
  /** Whether the market itself has anything to measure. */
  measuring: () => 'measuring',
  /** On everything that is kept: for the moment when an instance cannot know what it missed. */
  everything: () => 'market',
} as const

/** Marks tags as changed on every instance, once the caller's transaction commits. */
export async function invalidate(tx: Tx, changed: readonly string[]): Promise<void> {
  for (let from = 0; from < changed.length; from += 100)
    await notifyLive(tx, 'cache', changed.slice(from, from + 100).join(' '))
}

/** Called once per instance with what makes its own cache forget a tag. */
export function onInvalidate(forget: (tag: string) => void): () => void {
  const stop = subscribe('cache', (message) => {
    for (const tag of message.split(' ')) if (tag) forget(tag)
  })
  // Nobody repeats to an instance what was said while it could not hear.
  const stopMissed = subscribe('missed', () => forget(tags.everything()))
  return () => {
    stop()
    stopMissed()
  }
}

type Front = { purge(tags: readonly string[]): void; stats(): Record<string, number> }
const shared = globalThis as { bozorForgetKey?: string; bozorPages?: Front }

/** The finished answers in front of Next (scripts/serve), forgotten after Next itself has forgotten. */
export const forgetPages = (changed: readonly string[]): void => shared.bozorPages?.purge(changed)

/** Known only inside this process: Next lets a tag be forgotten only in a request, so the instance sends itself one. */
export const forgetKey = (): string => (shared.bozorForgetKey ??= randomBytes(32).toString('hex'))
