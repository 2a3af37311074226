import { calls, openApi, readOnly } from '@/lib/rest'

const headers = { 'Cache-Control': 'public, max-age=0, s-maxage=300', 'Access-Control-Allow-Origin': '*' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(() =>
  Response.json(openApi(Object.values(calls)), { headers }),
)
