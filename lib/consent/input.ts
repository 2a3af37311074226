import { z } from 'zod'
import { locales } from '@/lib/i18n'
import type { ConsentInput } from './schema'

export const consentInputSchema: z.ZodType<ConsentInput> = z.strictObject({
  analytics: z.boolean(),
  ads: z.boolean(),
  locale: z.enum(locales),
  channel: z.enum(['banner', 'page']),
})
