/** Counters that are configured: public numbers and where their scripts come from. Null: none of that kind. */
export type Counters = {
  ga4: { id: string; script: string } | null
  meta: { id: string; script: string } | null
  metrica: { id: string; script: string } | null
  /** Our own collector takes what @vercel/analytics tells. */
  vercel: boolean
}
