import { type NextRequest, NextResponse } from 'next/server'
import { isPressed, queryOf, readSearch, searchHref } from '@/components/search/search-address'
import { actorFromRequest } from '@/lib/auth'
import { isSeller } from '@/lib/auth/schema'
import { isLocale } from '@/lib/i18n'

// What leads elsewhere: a page under Cache Components has begun its answer with 200 before it may look at a cookie or
// at its query, and only a script could go on from there.
export const config = {
  matcher: [
    '/:locale(uz|ru|en)/:desk(seller|admin)/:path*',
    { source: '/:locale(uz|ru|en)/search', has: [{ type: 'query', key: 'drop' }] },
    { source: '/:locale(uz|ru|en)/search', has: [{ type: 'query', key: 'sort' }] },
  ],
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const [, locale, place] = request.nextUrl.pathname.split('/')
  if (!isLocale(locale)) return NextResponse.next()
  if (place !== 'search') return admit(request)
  const query = queryOf(request.nextUrl.searchParams)
  if (!isPressed(query)) return NextResponse.next()
  return NextResponse.redirect(new URL(searchHref(locale, readSearch(query)), request.url))
}

/** Sends whoever has no desk to sign-in before a byte of the page; pages, queries and commands ask again themselves. */
async function admit(request: NextRequest): Promise<NextResponse> {
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
