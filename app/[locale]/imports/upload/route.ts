import { actorFromRequest, isSameOrigin } from '@/lib/auth'
import { isSeller } from '@/lib/auth/schema'
import { defaultLocale, isLocale } from '@/lib/i18n'
import { createImport } from '@/lib/import'
import { readUpload } from '@/lib/rest'

type Context = { params: Promise<{ locale: string }> }

async function take(request: Request): Promise<string> {
  const actor = await actorFromRequest(request)
  if (!isSameOrigin(request) || !isSeller(actor)) return '?outcome=failed'
  const upload = await readUpload(request)
  if (!upload.ok) return `?outcome=${upload.code === 'file-too-large' ? 'file-too-large' : 'empty-file'}`
  const made = await createImport({ fileName: upload.value.fileName, bytes: upload.value.bytes }, actor)
  return made.ok ? `/${made.value.id}` : `?outcome=${made.code}`
}

/** A form of the desk, beside it because a page's body is held and cut on its way through the desk's gate. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  const place = `/${isLocale(locale) ? locale : defaultLocale}/seller/import${await take(request)}`
  return new Response(null, { status: 303, headers: { Location: place, 'Cache-Control': 'private, no-store' } })
}
