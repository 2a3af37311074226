import { actorFromRequest } from '@/lib/auth'
import { isSeller } from '@/lib/auth/schema'
import { getOrder } from '@/lib/order'
import { clientAddress, limitedAs, liveStream, problem, readOnly, tooMany } from '@/lib/rest'

/** The order's id for its buyer or shop, by token or session; null also where there is no such order. */
async function orderFor(request: Request, asked: string, token: string | undefined): Promise<string | null> {
  const ref = asked.startsWith('ord_') ? { id: asked } : { number: asked }
  const order = await getOrder(ref, token ? { token } : { actor: await actorFromRequest(request) })
  return order?.id ?? null
}

async function shopOf(request: Request): Promise<string | null> {
  const actor = await actorFromRequest(request)
  return isSeller(actor) || actor.kind === 'shop' ? actor.shopId : null
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async (request) => {
  const refused = await tooMany('live', limitedAs(clientAddress(request)))
  if (refused) return refused
  const asked = new URL(request.url).searchParams
  const order = asked.get('order')
  if (order) {
    const find = () => orderFor(request, order, asked.get('t') ?? undefined)
    const id = await find()
    return id ? liveStream(request, `order:${id}`, async () => (await find()) === id) : problem('not-found')
  }
  const shopId = asked.has('shop') ? await shopOf(request) : null
  if (!shopId) return problem(asked.has('shop') ? 'unauthorized' : 'invalid-request')
  return liveStream(request, `shop:${shopId}`, async () => (await shopOf(request)) === shopId)
})
