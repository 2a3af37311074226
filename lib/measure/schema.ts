import { z } from 'zod'

/** Counters that are configured: public numbers and where their scripts come from. Null: none of that kind. */
export type Counters = {
  ga4: { id: string; script: string } | null
  meta: { id: string; script: string } | null
  metrica: { id: string; script: string } | null
  /** Our own collector takes what @vercel/analytics tells. */
  vercel: boolean
  /** Percent of looks whose presses are counted; 0: none. */
  heat: number
  /** Some shop has counters of its own. */
  shops: boolean
}

export const sinkNames = ['ga4', 'meta'] as const
export type SinkName = (typeof sinkNames)[number]

/** POST /api/measure: a page told a counter of a purchase. */
export const hitSchema = z.strictObject({
  sink: z.enum(sinkNames),
  eventId: z.string().regex(/^purchase:ord_[0-9a-f]{20,40}$/),
})
export type Hit = z.infer<typeof hitSchema>

/** Counters of a shop's own, by the numbers that their makers have given it; null: none of that kind. */
export type ShopPixels = { ga4: string | null; meta: string | null; metrica: string | null }

/** One state of a shop's counters: since when, and whether who reads it has set it. */
export type PixelChange = ShopPixels & { mine: boolean; at: string }

/** Of the shops that were asked for, those that have any. GET /api/pixels */
export type PixelAnswer = { shops: Record<string, ShopPixels> }
