import { orderAccess } from '@/app/[locale]/(buy)/orders/access'
import { actorFromRequest } from '@/lib/auth'
import { readPhoto } from '@/lib/order'

type Context = { params: Promise<{ file: string }> }

const inert = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" }

/** `e-….jpg`: private, so nobody on the way may keep it; without a right to it there is none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [, key] = /^(e-[0-9a-f]{32})\.jpg$/.exec((await params).file) ?? []
  const token = new URL(request.url).searchParams.get('t') ?? undefined
  const accessTo = async (number: string) => ({
    ...(await orderAccess(number, token)),
    actor: await actorFromRequest(request),
  })
  const bytes = key === undefined ? null : await readPhoto(key, accessTo)
  const headers = { ...inert, 'Cache-Control': 'private, no-store' }
  if (bytes === null) return new Response('Not found', { status: 404, headers })
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Type': 'image/jpeg' } })
}
