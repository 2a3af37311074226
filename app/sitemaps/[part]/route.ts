import { problem, readOnly } from '@/lib/rest'
import { sitemapAnswer } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(
  async (request) => (await sitemapAnswer(request)) ?? problem('not-found'),
)
