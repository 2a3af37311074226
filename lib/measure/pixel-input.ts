import { z } from 'zod'
import type { ShopPixels } from './schema'

/** As people copy it: with spaces around, in small letters; nothing at all means none. */
const number = (shape: RegExp) =>
  z
    .string()
    .max(60)
    .transform((text) => text.trim().toUpperCase() || null)
    .refine((text) => text === null || shape.test(text))

/** Numbers alone: what runs on them is chosen by the market, never written by a shop. */
export const shopPixelsSchema: z.ZodType<ShopPixels, Record<keyof ShopPixels, string>> = z.strictObject({
  ga4: number(/^G-[A-Z0-9]{4,20}$/),
  meta: number(/^\d{6,20}$/),
  metrica: number(/^\d{4,12}$/),
})

/** What a page asks for: shops whose goods it shows, or those of one order. */
export const askedShopsSchema = z.array(z.string().regex(/^[a-z0-9-]{1,100}$/)).max(20)
