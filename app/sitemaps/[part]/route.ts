import { problem, readOnly } from '@/lib/rest'
import { engineFile, sitemapPart } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async (request) => {
  const text = await sitemapPart(new URL(request.url).pathname.split('/').at(-1) ?? '')
  return text === null ? problem('not-found') : engineFile(request, text, 'application/xml')
})
