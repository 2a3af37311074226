import { z } from 'zod'
import type { BundlePart } from '@/lib/catalog/schema'
import { pick } from '@/lib/format'
import type { Locale } from '@/lib/i18n'

const partShape = z.object({
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  quantity: z.number().meta({ description: 'In one piece of the bundle' }),
})

export const partsShape = z
  .array(partShape)
  .nullable()
  .meta({ description: 'What one piece of a bundle consists of; null: it is none' })

export const toParts = (parts: readonly BundlePart[] | null, locale: Locale): z.input<typeof partsShape> =>
  parts?.map(({ variantId, sku, title, options = {}, quantity }) => ({
    variantId,
    sku,
    title: pick(title, locale),
    options,
    quantity,
  })) ?? null
