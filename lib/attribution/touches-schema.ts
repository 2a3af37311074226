import { z } from 'zod'

const word = z.string().max(80)

const touchSchema = z.strictObject({
  source: word,
  medium: word.optional(),
  campaign: word.optional(),
  term: word.optional(),
  content: word.optional(),
  landing: z.string().max(200),
  at: z.int().min(0),
})

/** Apart from the types, which are sent to every browser. */
export const touchesSchema = z.strictObject({ first: touchSchema, last: touchSchema })
