import { z } from 'zod'
import { productStates } from './product-state'

export const stockStates = ['low', 'out', 'in'] as const
export type StockState = (typeof stockStates)[number]

/** Which of a shop's goods; what is not there does not narrow. `q`: words of a title in any script, or a part of a SKU. */
export const goodsFilterSchema = z.object({
  status: z.enum(productStates).optional().catch(undefined),
  stock: z.enum(stockStates).optional().catch(undefined),
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
})
export type GoodsFilter = z.infer<typeof goodsFilterSchema>

/** From so many pieces down a seller is told to bring more. */
export const LOW_STOCK = 3

export const filterNameSchema = z.string().trim().min(1).max(40)
export type SavedFilter = { id: string; name: string; filter: GoodsFilter }
