import { type Actor, actorId } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import type { Tx } from '@/lib/kernel/db'
import { noteEach } from '@/lib/kernel/event-store'

type Change = {
  productId: string
  /** Addresses that answer otherwise now: of a product that appears, moves or goes. */
  slugs: readonly string[]
  /** Category slugs and shop whose lists gain or lose the product; empty when only the product itself changed. */
  categories?: readonly string[]
  shop?: string
}

/** Tells the log what changed, and every instance which pages to forget. */
export async function announceAll(tx: Tx, changes: readonly Change[], actor: Actor): Promise<void> {
  const notes = changes.map(({ productId, slugs }) => ({
    streamId: `product-${productId}`,
    event: { type: 'ProductChanged', data: { productId, slugs } },
  }))
  await noteEach(tx, notes, { actorId: actorId(actor) })
  const moved = changes.flatMap(({ productId, slugs, categories = [], shop }) => [
    ...[productId, ...slugs].map(tags.product),
    ...(shop === undefined ? [] : [tags.shop(shop), tags.home(), ...categories.map(tags.category)]),
  ])
  await invalidate(tx, [...new Set(moved)])
}

export const announce = (tx: Tx, change: Change, actor: Actor): Promise<void> => announceAll(tx, [change], actor)
