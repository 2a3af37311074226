import { actorFromRequest, isSameOrigin, keepSavedOwner } from '@/lib/auth'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { changeSaved } from '@/lib/wishlist'
import { changeSavedSchema } from '@/lib/wishlist/schema'

type Context = { params: Promise<{ locale: string }> }

async function change(request: Request): Promise<200 | 400 | 403 | 409> {
  if (!isSameOrigin(request)) return 403
  const form = await request.formData().catch(() => null)
  const input = changeSavedSchema.safeParse(form === null ? null : Object.fromEntries(form))
  if (!input.success) return 400
  const changed = await changeSaved(await keepSavedOwner(await actorFromRequest(request)), input.data)
  return changed.ok ? 200 : 409
}

/** The heart of every card: posts, then shows the list; a script asks for JSON and stays. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const status = await change(request)
  const headers = { 'Cache-Control': 'private, no-store' }
  if (request.headers.get('accept')?.includes('application/json') === true)
    return Response.json({ ok: status === 200 }, { status, headers })
  const target = `/${isLocale(locale) ? locale : defaultLocale}/account/saved${status === 200 ? '' : '?missed=1'}`
  return new Response(null, { status: 303, headers: { ...headers, Location: target } })
}
