import { createHash } from 'node:crypto'
import { streamOf } from './stream'

const control = 'public, max-age=0, s-maxage=3600, stale-while-revalidate=86400'

export const isSame = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(/\s*,\s*/)
    .some((one) => one.replace(/^W\//, '') === etag.replace(/^W\//, ''))

/** Of whatever tells one state of a file from another. */
export const etagOf = (text: string): string =>
  `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`

/** A file for engines that shared caches keep for an hour; who has these bytes already gets none. */
export function engineFile(
  request: Request,
  text: string,
  type: string,
  headers: Record<string, string> = {},
): Response {
  const etag = etagOf(text)
  const all = { 'Cache-Control': control, ETag: etag, ...headers }
  if (isSame(request, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(text, { headers: { 'Content-Type': type, ...all } })
}

/** The same for a file that is never whole in memory; it is begun only for whoever takes it. */
export function engineStream(
  request: Request,
  { etag, type }: { etag: string; type: string },
  pieces: () => AsyncGenerator<string>,
): Response {
  const headers = { 'Cache-Control': control, ETag: etag }
  if (isSame(request, etag)) return new Response(null, { status: 304, headers })
  const body = request.method === 'HEAD' ? null : streamOf(pieces())
  return new Response(body, { headers: { 'Content-Type': type, ...headers } })
}
