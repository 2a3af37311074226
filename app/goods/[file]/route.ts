import { readServed } from '@/lib/files'
import { readPicture } from '@/lib/import'
import { pictureFile, pictureType } from '@/prisma/seed/pictures'

type Context = { params: Promise<{ file: string }> }

/** Content that is only ever looked at: a browser that is sent here as to a page runs nothing of it. */
const inert = { 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" }

// The name says what is in it, so it is its own version.
const keptAs = (file: string) => ({
  ...inert,
  'Cache-Control': 'public, max-age=31536000, immutable',
  ETag: `"${file}"`,
})

/** Pictures that were on the disk at start are served as static files; this draws the others or reads what a seller brought. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { file } = await params
  const kept = keptAs(file)
  const picture = (await pictureFile(file)) ?? (await readServed(file)) ?? (await readPicture(file))
  if (picture === null) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  if (request.headers.get('if-none-match') === kept.ETag) return new Response(null, { status: 304, headers: kept })
  const headers = { ...kept, 'Content-Type': picture.type, 'Content-Length': String(picture.bytes.length) }
  return new Response(new Uint8Array(picture.bytes), { headers })
}

/** Who asks only whether a picture is there need not wait until it is drawn. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  const { file } = await context.params
  const type = pictureType(file)
  return type === null
    ? GET(request, context)
    : new Response(null, { headers: { ...keptAs(file), 'Content-Type': type } })
}
