import { actorFromRequest, orderPasses } from '@/lib/auth'
import { getOrder } from '@/lib/order'
import { liveStream, problem } from '@/lib/rest'

type Context = { params: Promise<{ number: string }> }

/** The live channel of the order page, for whoever may open the page: guests by the pass of this browser too. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const number = (await params).number.toUpperCase()
  const pass = (await orderPasses()).find((one) => one.number === number)
  const token = new URL(request.url).searchParams.get('t') ?? pass?.token
  const open = async () => getOrder({ number }, { token, phone: pass?.phone, actor: await actorFromRequest(request) })
  const order = await open()
  if (order === null) return problem('not-found')
  return liveStream(request, `order:${order.id}`, async () => (await open()) !== null)
}
