import type { Actor } from '@/lib/auth/schema'
import type { Tx } from '@/lib/kernel/db'

export type OwnShop = { id: string; slug: string; name: string; trusted: boolean }

/** The shop an actor works for: by its key, or as a signed-in member. */
export const shopIdOf = (actor: Actor): string | null =>
  actor.kind === 'shop' || actor.kind === 'user' ? (actor.shopId ?? null) : null

export async function readOwnShop(tx: Tx, actor: Actor): Promise<OwnShop | null> {
  const { rows } = await tx.query<OwnShop>('select id, slug, name, trusted from shop where id = $1', [shopIdOf(actor)])
  return rows[0] ?? null
}
