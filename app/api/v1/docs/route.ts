import { calls, docsPage, openApi, readOnly } from '@/lib/rest'

const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=0, s-maxage=300' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(
  () => new Response(docsPage(openApi(Object.values(calls))), { headers }),
)
