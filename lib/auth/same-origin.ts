import { env } from '@/lib/kernel/env'

/**
 * A form of ours, not of another site. Browsers send Sec-Fetch-Site, older ones Origin; without either it is no
 * browser, which has no cookie to abuse.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || origin === env.APP_URL || origin === `http://${request.headers.get('host') ?? ''}`
}
