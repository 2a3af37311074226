import { createHash } from 'node:crypto'

const control = 'public, max-age=0, s-maxage=3600, stale-while-revalidate=86400'

export const isSame = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(/\s*,\s*/)
    .some((one) => one.replace(/^W\//, '') === etag.replace(/^W\//, ''))

/** A file for engines that shared caches keep for an hour; who has these bytes already gets none. */
export function engineFile(
  request: Request,
  text: string,
  type: string,
  headers: Record<string, string> = {},
): Response {
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const all = { 'Cache-Control': control, ETag: etag, ...headers }
  if (isSame(request, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(text, { headers: { 'Content-Type': type, ...all } })
}
