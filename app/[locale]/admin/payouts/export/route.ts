import { actorFromRequest, isSameOrigin } from '@/lib/auth'
import { exportPayouts } from '@/lib/payout'

type Context = { params: Promise<{ locale: string }> }

/** The bank's file of one payout, or of all that are approved. A form's POST: to export is to say that it was sent. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const { locale } = await params
  const id = (await request.formData()).get('id')
  const made = await exportPayouts(typeof id === 'string' ? [id] : undefined, await actorFromRequest(request))
  if (!made.ok) {
    const to = `/${locale === 'ru' || locale === 'en' ? locale : 'uz'}/admin/payouts?outcome=${made.code}`
    return new Response(null, { status: 303, headers: { location: to } })
  }
  const day = new Date().toISOString().slice(0, 10)
  return new Response(made.value.file, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bozor-payouts-${day}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
