import { z } from 'zod'
import { locales } from '@/lib/i18n'

export const vitalNames = ['LCP', 'INP', 'CLS', 'TTFB', 'FCP'] as const
export type VitalName = (typeof vitalNames)[number]

export const pageKinds = [
  'home',
  'category',
  'product',
  'shop',
  'help',
  'search',
  'cart',
  'checkout',
  'order',
  'account',
  'seller',
  'admin',
  'other',
] as const
export type PageKind = (typeof pageKinds)[number]

export const devices = ['phone', 'desktop'] as const
export type Device = (typeof devices)[number]

/** Days that the operator may look back. */
export const speedWindows = [7, 28, 90] as const
export type SpeedWindow = (typeof speedWindows)[number]

/** Good up to the first, poor beyond the second, as browsers' makers draw the lines; milliseconds, CLS has no unit. */
export const vitalLimits: Record<VitalName, readonly [good: number, poor: number]> = {
  LCP: [2500, 4000],
  INP: [200, 500],
  CLS: [0.1, 0.25],
  TTFB: [800, 1800],
  FCP: [1800, 3000],
}

/** What a browser tells when a page is left: kinds and figures, no address of a page and nothing about the person. */
export const recordVitalsSchema = z.strictObject({
  page: z.enum(pageKinds),
  device: z.enum(devices),
  locale: z.enum(locales),
  values: z
    .partialRecord(z.enum(vitalNames), z.number().min(0).max(600_000))
    .refine((values) => (values.CLS ?? 0) <= 100 && Object.keys(values).length > 0),
})
export type RecordVitals = z.infer<typeof recordVitalsSchema>

/** The 75th percentile of what was seen, and how often it was. */
export type Percentile = { value: number; seen: number }
export type SpeedRow = {
  page: PageKind
  device: Device
  locale: (typeof locales)[number]
  values: { readonly [Name in VitalName]?: Percentile }
}
/** Oldest day first; `date` is its start in Tashkent. */
export type SpeedDay = { date: string; phone: Percentile | null; desktop: Percentile | null }
export type MarketSpeed = { whole: SpeedRow['values']; rows: SpeedRow[]; days: SpeedDay[] }
