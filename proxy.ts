import { type NextRequest, NextResponse } from 'next/server'
import { actorFromRequest } from '@/lib/auth'
import { isSeller } from '@/lib/auth/schema'

// The desks only: a page under Cache Components has begun its answer with 200 before it may look at a cookie.
export const config = { matcher: ['/:locale(uz|ru|en)/:desk(seller|admin)/:path*'] }

/** Sends whoever has no desk to sign-in before a byte of the page; pages, queries and commands ask again themselves. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const [, locale = '', desk] = pathname.split('/')
  const actor = await actorFromRequest(request)
  const operator = actor.kind === 'user' && (actor.role === 'admin' || actor.role === 'staff')
  const admitted = desk === 'seller' ? isSeller(actor) : operator
  if (admitted) return NextResponse.next()
  const target = new URL(`/${locale}/sign-in`, request.url)
  target.searchParams.set('next', `${pathname}${search}`)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return NextResponse.redirect(target, reads ? 307 : 303)
}
