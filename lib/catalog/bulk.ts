import { z } from 'zod'
import type { Texts } from '@/lib/i18n'
import type { WireMoney } from '@/lib/kernel/money'

/** For so long one click takes an action on many goods back. */
export const UNDO_MINUTES = 10

/** `basisPoints` are of the shop's own price; `strike` shows the price before as struck through. */
export const bulkWishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['pause', 'activate', 'archive']) }),
  z.strictObject({
    kind: z.literal('price'),
    basisPoints: z
      .int()
      .min(-9_000)
      .max(100_000)
      .refine((bp) => bp !== 0),
    strike: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('stock'), quantity: z.int().min(0).max(1_000_000) }),
  z.strictObject({ kind: z.literal('category'), category: z.string().min(1).max(120) }),
])
export type BulkWish = z.infer<typeof bulkWishSchema>

/** `id` is made with the form: the same button pressed twice is one action. */
export const bulkInputSchema = z.strictObject({
  id: z.string().regex(/^bch_[0-9a-f]{32}$/),
  skus: z.array(z.string().min(1).max(100)).min(1).max(200),
  wish: bulkWishSchema,
})
export type BulkInput = z.infer<typeof bulkInputSchema>

/** `lowest`: of a false discount, what could be struck through at most. `fields`: of goods that lack something. */
export type RowRefusal = { code: string; lowest?: WireMoney | null; fields?: string[] }
export type RefusedRow = RowRefusal & { n: number; sku: string; title: Texts | null; productId: string }

export type BulkReport = {
  id: string
  wish: BulkWish
  /** ISO. */
  at: string
  undone: boolean
  /** One click still takes it back. */
  canUndo: boolean
  done: number
  refused: RefusedRow[]
  restored: number
  notRestored: RefusedRow[]
}
