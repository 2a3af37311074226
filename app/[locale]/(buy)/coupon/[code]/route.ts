import { defaultLocale, isLocale } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'
import { couponCodeSchema } from '@/lib/promotion/schema'
import { couponCookie } from '../../coupon-cookie'

type Context = { params: Promise<{ locale: string; code: string }> }

const DAYS = 30

/** Our own pages only: no other host, nor what a browser would take for one. */
const safePath = (path: string | null, home: string): string =>
  path !== null && path.length <= 500 && /^\/(uz|ru|en)(?:[/?][\w\-./?=&%+~]*)?$/.test(path) && !path.includes('//')
    ? path
    : home

/** A link with a coupon in it: checkout will have it filled in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, code } = await params
  const home = `/${isLocale(locale) ? locale : defaultLocale}`
  const headers = new Headers({
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
    Location: safePath(new URL(request.url).searchParams.get('to'), home),
  })
  const read = couponCodeSchema.safeParse(code)
  if (read.success) {
    const secure = env.APP_URL.startsWith('https:') ? '; Secure' : ''
    const life = `Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${secure}`
    headers.set('Set-Cookie', `${couponCookie}=${read.data}; ${life}`)
  }
  return new Response(null, { status: 303, headers })
}
