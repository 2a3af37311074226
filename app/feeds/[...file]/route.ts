import { problem, readOnly } from '@/lib/rest'
import { feedAnswer } from '@/lib/seo'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(
  async (request) => (await feedAnswer(request)) ?? problem('not-found'),
)
