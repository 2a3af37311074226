import { type Actor, actorId } from '@/lib/auth/schema'
import { invalidate, tags } from '@/lib/kernel/cache'
import type { Tx } from '@/lib/kernel/db'
import { note } from '@/lib/kernel/event-store'

type Change = {
  productId: string
  /** Addresses that answer otherwise now: of a product that appears, moves or goes. */
  slugs: readonly string[]
  /** Category slugs and shop whose lists gain or lose the product; empty when only the product itself changed. */
  categories?: readonly string[]
  shop?: string
}

/** Tells the log what changed, and every instance which pages to forget. */
export async function announce(tx: Tx, change: Change, actor: Actor): Promise<void> {
  const { productId, slugs, categories = [], shop } = change
  await note(
    tx,
    `product-${productId}`,
    { type: 'ProductChanged', data: { productId, slugs } },
    {
      actorId: actorId(actor),
    },
  )
  const lists = shop === undefined ? [] : [tags.shop(shop), tags.home(), ...categories.map(tags.category)]
  await invalidate(tx, [...new Set([productId, ...slugs].map(tags.product).concat(lists))])
}
