import type { Actor } from '@/lib/auth/schema'

/** The shop an actor works for: by its key, or as a signed-in member. */
export const shopIdOf = (actor: Actor): string | null =>
  actor.kind === 'shop' || actor.kind === 'user' ? (actor.shopId ?? null) : null
