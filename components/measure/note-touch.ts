import { TOUCH_COOKIE, type Touch, type Touches } from '@/lib/attribution/schema'

const QUARTER = 90 * 24 * 60 * 60

/** Numbers that advertisers hang on their links say who sent somebody, where nobody wrote utm words. */
const clickIds: Record<string, string> = { gclid: 'google', fbclid: 'facebook', yclid: 'yandex', ttclid: 'tiktok' }

const short = (text: string | null): string | undefined => text?.trim().slice(0, 80) || undefined

function senderOf(query: URLSearchParams): Pick<Touch, 'source' | 'medium'> | null {
  const source = short(query.get('utm_source'))
  if (source !== undefined) return { source, medium: short(query.get('utm_medium')) }
  const paid = Object.keys(clickIds).find((name) => query.has(name))
  if (paid !== undefined) return { source: clickIds[paid] ?? paid, medium: 'cpc' }
  const host = document.referrer === '' ? '' : new URL(document.referrer).hostname
  return host === '' || host === location.hostname ? null : { source: host.slice(0, 80), medium: 'referral' }
}

function readTouches(): Touches | null {
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${TOUCH_COOKIE}=`))
  if (kept === undefined) return null
  try {
    const touches = JSON.parse(decodeURIComponent(kept.slice(TOUCH_COOKIE.length + 1))) as Partial<Touches> | null
    return touches?.first && touches.last ? { first: touches.first, last: touches.last } : null
  } catch {
    return null
  }
}

/** Who sent this visit, beside who sent the first. Coming back by oneself leaves both as they are. */
export function noteTouch(): void {
  const query = new URLSearchParams(location.search)
  const before = readTouches()
  const sender = senderOf(query)
  if (sender === null && before !== null) return
  const touch: Touch = {
    ...(sender ?? { source: 'direct' }),
    campaign: short(query.get('utm_campaign')),
    term: short(query.get('utm_term')),
    content: short(query.get('utm_content')),
    landing: location.pathname.slice(0, 200),
    at: Math.floor(Date.now() / 1000),
  }
  const touches = JSON.stringify({ first: before?.first ?? touch, last: touch })
  // biome-ignore lint/suspicious/noDocumentCookie: every browser knows it, and the value is escaped
  document.cookie = `${TOUCH_COOKIE}=${encodeURIComponent(touches)}; path=/; max-age=${QUARTER}; samesite=lax`
}
