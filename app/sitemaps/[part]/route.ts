import { cachedText, problem, readOnly, sitemapPart } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async (request) => {
  const text = await sitemapPart(new URL(request.url).pathname.split('/').at(-1) ?? '')
  return text === null ? problem('not-found') : cachedText(text, 'application/xml')
})
