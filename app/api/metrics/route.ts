import { mayReadMetrics, metrics, problem, readOnly } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(async (request) => {
  if (!mayReadMetrics(request)) return problem('not-found')
  const { text, type } = await metrics()
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'private, no-store' } })
})
