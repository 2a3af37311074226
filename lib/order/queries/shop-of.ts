import { type Actor, isSeller } from '@/lib/auth/schema'
import type { Id } from '@/lib/kernel/id'

/** Whose parcels somebody handles. Undefined: nobody's. Null: the operator's, who handles all. */
export function shopOf(actor: Actor): Id<'sho'> | null | undefined {
  if (actor.kind === 'shop') return actor.shopId
  if (actor.kind === 'system') return null
  if (actor.kind !== 'user') return undefined
  if (actor.role === 'admin' || actor.role === 'staff') return null
  return isSeller(actor) ? actor.shopId : undefined
}
