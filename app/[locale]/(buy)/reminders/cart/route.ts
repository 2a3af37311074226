import { actorFromRequest } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'

type Context = { params: Promise<{ locale: string }> }

/** From a letter: the cart is the person's own, so whoever is not signed in does that first. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked } = await params
  const locale = isLocale(asked) ? asked : defaultLocale
  const cart = `/${locale}/cart?utm_source=reminder&utm_medium=email&utm_campaign=left-cart`
  const known = (await actorFromRequest(request)).kind === 'user'
  const location = known ? cart : `/${locale}/sign-in?next=${encodeURIComponent(cart)}`
  const headers = { Location: location, 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }
  return new Response(null, { status: 303, headers })
}
