import type { Purpose } from '@/lib/consent/schema'
import type { Locale } from '@/lib/i18n'

/** First and last touch, written by the page after consent to `analytics`, read when an order is placed. */
export const TOUCH_COOKIE = 'bozor_touch'

/** What a visitor was shown, written by the front of pages, readable by the page: `exp1.a,exp2.b`. */
export const EXPERIMENT_COOKIE = 'bozor_exp'

/** One visit that came from somewhere: its campaign's words, or the host that sent it. */
export type Touch = {
  source: string
  medium?: string | undefined
  campaign?: string | undefined
  term?: string | undefined
  content?: string | undefined
  /** Path of the first page, without its query. */
  landing: string
  /** Seconds since 1970 */
  at: number
}

export type Touches = { first: Touch; last: Touch }

export type Origin = {
  subject: string | null
  consent: Purpose[]
  gaClient: string | null
  gaSession: string | null
  fbp: string | null
  fbc: string | null
  ip: string | null
  userAgent: string | null
  locale: Locale
  device: 'phone' | 'desktop'
  first: Touch | null
  last: Touch | null
  experiments: Record<string, string>
}
