import { defaultLocale, isLocale } from '@/lib/i18n'
import { stopByToken } from '@/lib/reminder'

type Context = { params: Promise<{ locale: string }> }

/** One press in a mail program or on our page (RFC 8058): the token alone is the right to it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked } = await params
  const locale = isLocale(asked) ? asked : defaultLocale
  const stopped = await stopByToken(new URL(request.url).searchParams.get('token'))
  const location = `/${locale}/reminders?said=${stopped.ok ? 'stopped' : 'wrong'}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'private, no-store' } })
}
