import { actorFromRequest, savedOwner } from '@/lib/auth'
import { countCart } from '@/lib/cart'
import { readCounters } from '@/lib/measure'
import { listSaved } from '@/lib/wishlist'

/** What the islands show: who is here, how full the cart is and which hearts are filled. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  const known = actor.kind === 'user' ? { name: actor.name, role: actor.role } : { name: null, role: null }
  const [cartCount, saved] = await Promise.all([countCart(actor), listSaved(await savedOwner(actor))])
  const body = { ...known, cartCount, saved, counters: await readCounters() }
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })
}
