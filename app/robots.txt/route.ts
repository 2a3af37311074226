import { cachedText, readOnly, robots } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(() =>
  cachedText(robots(), 'text/plain; charset=utf-8'),
)
