import { readOnly } from '@/lib/rest'
import { engineFile, sitemapIndex } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async (request) =>
  engineFile(request, await sitemapIndex(), 'application/xml'),
)
