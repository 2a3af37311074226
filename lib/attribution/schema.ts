import { z } from 'zod'
import type { Purpose } from '@/lib/consent/schema'
import type { Locale } from '@/lib/i18n'

/** First and last touch, written by the page after consent to `analytics`, read when an order is placed. */
export const TOUCH_COOKIE = 'bozor_touch'

/** Readable by the page: `exp1.a,exp2.b`. */
export const EXPERIMENT_COOKIE = 'bozor_exp'

const word = z.string().max(80)

/** One visit that came from somewhere: its campaign's words, or the host that sent it. */
export const touchSchema = z.strictObject({
  source: word,
  medium: word.optional(),
  campaign: word.optional(),
  term: word.optional(),
  content: word.optional(),
  /** Path of the first page, without its query. */
  landing: z.string().max(200),
  /** Seconds since 1970 */
  at: z.int().min(0),
})
export type Touch = z.infer<typeof touchSchema>

export const touchesSchema = z.strictObject({ first: touchSchema, last: touchSchema })
export type Touches = z.infer<typeof touchesSchema>

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
