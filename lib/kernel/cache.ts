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

/** Called once per instance with what makes its own cache forget. */
export function onInvalidate(forget: (tags: readonly string[]) => void): () => void {
  const stop = subscribe('cache', (message) => forget(message.split(' ').filter((tag) => tag !== '')))
  // Nobody repeats to an instance what was said while it could not hear.
  const stopMissed = subscribe('missed', () => forget([tags.everything()]))
  return () => {
    stop()
    stopMissed()
  }
}

const shared = globalThis as { bozorForget?: (tags: readonly string[]) => void }

/** Makes this instance forget what it keeps of these: Next's answers, its pages and those in front (scripts/serve). */
export const forgetPages = (changed: readonly string[]): void => shared.bozorForget?.(changed)
