import { z } from 'zod'

/** An object of Stripe's that may come as its id or whole. */
export const toldId = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
