import { cachedText, readOnly, sitemapIndex } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async () =>
  cachedText(await sitemapIndex(), 'application/xml'),
)
