import { now } from '@/lib/kernel/clock'
import { cachedText, readOnly, securityTxt } from '@/lib/rest'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = readOnly(() =>
  cachedText(securityTxt(now()), 'text/plain; charset=utf-8'),
)
