import { z } from 'zod'
import { locales } from '@/lib/i18n'

/** The way to a purchase. `paid` is never told by a page. */
export const steps = ['view', 'cart', 'checkout', 'paid'] as const
export type Step = (typeof steps)[number]

export const visitDevices = ['phone', 'desktop'] as const

/** POST /api/visits */
export const tellVisitSchema = z.strictObject({
  step: z.enum(['view', 'cart', 'checkout']),
  locale: z.enum(locales),
  device: z.enum(visitDevices),
})
export type TellVisit = z.infer<typeof tellVisitSchema>

const day = z.iso.date()

/** What advertising cost, in minor units of UZS; `campaign` empty: everything of the source. */
export const campaignSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    source: z.string().trim().toLowerCase().min(1).max(80),
    campaign: z.string().trim().max(80).default(''),
    cost: z.int().min(0).max(1e13),
    startsOn: day,
    endsOn: day.nullable().default(null),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, { path: ['endsOn'] })
export type CampaignInput = z.infer<typeof campaignSchema>

/** POST /api/views: what the collector of @vercel/analytics tells. */
export const viewSchema = z.strictObject({
  path: z
    .string()
    .regex(/^\/(uz|ru|en)(\/|$)/)
    .max(200),
})
export type View = z.infer<typeof viewSchema>
