import { randomBytes } from 'node:crypto'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { env } from '@/lib/kernel/env'
import { DEVICE_COOKIE, REFERRAL_COOKIE, referralCodeSchema } from '@/lib/referral/schema'

type Context = { params: Promise<{ locale: string; code: string }> }

const DAY = 86_400

/** A friend's link: who has sent the visitor is known when an order comes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, code } = await params
  const headers = new Headers({
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
    Location: `/${isLocale(locale) ? locale : defaultLocale}`,
  })
  const secure = env.APP_URL.startsWith('https:') ? '; Secure' : ''
  const cookie = (name: string, value: string, days: number) =>
    headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${days * DAY}; HttpOnly; SameSite=Lax${secure}`)
  const read = referralCodeSchema.safeParse(code)
  if (read.success) {
    cookie(REFERRAL_COOKIE, read.data, 30)
    const known = request.headers.get('cookie')?.includes(`${DEVICE_COOKIE}=`)
    if (!known) cookie(DEVICE_COOKIE, randomBytes(18).toString('base64url'), 365)
  }
  return new Response(null, { status: 303, headers })
}
