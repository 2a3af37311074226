import { actorFromRequest } from '@/lib/auth'
import { countCart } from '@/lib/cart'

/** What the header's islands show: who is here and how full the cart is. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request)
  const known = actor.kind === 'user' ? { name: actor.name, role: actor.role } : { name: null, role: null }
  const body = { ...known, cartCount: await countCart(actor) }
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })
}
