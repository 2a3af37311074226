import { actorFromRequest, isSameOrigin } from '@/lib/auth'
import { isSeller } from '@/lib/auth/schema'
import { uploadPicture } from '@/lib/catalog'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { readPictures } from '@/lib/rest'

type Context = { params: Promise<{ locale: string }> }
type Taken = { keys: string[]; refused: string | null }

async function take(request: Request, productId: string): Promise<Taken> {
  const keys: string[] = []
  const actor = await actorFromRequest(request)
  if (!isSameOrigin(request) || !isSeller(actor)) return { keys, refused: 'failed' }
  const read = await readPictures(request)
  if (!read.ok) return { keys, refused: read.code }
  if (read.value.uploads.length === 0) return { keys, refused: 'empty-picture' }
  for (const upload of read.value.uploads) {
    const kept = await uploadPicture(upload, actor, productId)
    if (!kept.ok) return { keys, refused: kept.code }
    keys.push(kept.value.key)
  }
  return { keys, refused: null }
}

/** A form of the desk, beside it because a page's body is held and cut on its way through the desk's gate. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const productId = new URL(request.url).searchParams.get('product') ?? ''
  const { keys, refused } = await take(request, productId)
  const headers = { 'Cache-Control': 'private, no-store' }
  if (request.headers.get('accept') === 'application/json')
    return Response.json({ keys, refused }, { status: refused === null ? 201 : 422, headers })
  const desk = `/${isLocale(locale) ? locale : defaultLocale}/seller/products`
  const place = `${desk}/${encodeURIComponent(productId)}/pictures?outcome=${encodeURIComponent(refused ?? 'uploaded')}`
  return new Response(null, { status: 303, headers: { ...headers, Location: place } })
}
