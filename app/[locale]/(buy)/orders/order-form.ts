import { z } from 'zod'
import { defaultLocale, locales } from '@/lib/i18n'

/** What every form of an order's page sends. */
export const orderSchema = z.object({
  locale: z.enum(locales).catch(defaultLocale),
  number: z.string().trim().toUpperCase().max(32),
  /** Of the link that opened the page. */
  t: z.string().max(200).optional(),
  parcel: z.string().max(60).optional(),
})
