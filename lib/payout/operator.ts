import type { Actor, SystemActor, UserActor } from '@/lib/auth/schema'

export type Operator = SystemActor | (UserActor & { role: 'admin' | 'staff' })

/** Who handles payouts: the market's people, and the command line for them. */
export const isOperator = (actor: Actor): actor is Operator =>
  actor.kind === 'system' || (actor.kind === 'user' && (actor.role === 'admin' || actor.role === 'staff'))
