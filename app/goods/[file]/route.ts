import { readPicture } from '@/lib/import'
import { pictureFile } from '@/prisma/seed/pictures'

type Context = { params: Promise<{ file: string }> }

const kept = 'public, max-age=31536000, immutable'

/** Pictures that were on the disk at start are served as static files; this draws the others or reads what a seller brought. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params
  const picture = (await pictureFile(file)) ?? (await readPicture(file))
  if (picture === null) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = { 'Content-Type': picture.type, 'Cache-Control': kept }
  return new Response(new Uint8Array(picture.bytes), { headers })
}
