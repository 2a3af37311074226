import { cachedText, llms, readOnly } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(() =>
  cachedText(llms(), 'text/plain; charset=utf-8'),
)
