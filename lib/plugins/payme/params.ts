import { z } from 'zod'

const id = z.string().min(1).max(64)
/** 13 digits: milliseconds of UTC. */
const time = z.int().min(0).max(9_999_999_999_999)
const word = z.union([z.string().max(1_000), z.number()]).nullish()
/** Any number is a sum, if a wrong one: that is -31001 and not a malformed request. */
const amount = z.number()
const account = z.record(z.string(), z.unknown())

export const requestSchema = z.object({
  method: z.string().max(100),
  params: z.record(z.string(), z.unknown()),
  id: z.int(),
})

export const checkParams = z.object({ amount, account })
export const createParams = z.object({ id, time, amount, account })
export const idParams = z.object({ id })
/** Any reason is kept as it came: 1 to 5 and 10 have a meaning today. */
export const cancelParams = z.object({ id, reason: z.int32().nullable().default(null) })
export const statementParams = z.object({ from: time, to: time })
export const fiscalParams = z.object({
  id,
  type: z.enum(['PERFORM', 'CANCEL']),
  fiscal_data: z.looseObject({
    receipt_id: word,
    status_code: z.int32().nullish(),
    message: word,
    terminal_id: word,
    fiscal_sign: word,
    qr_code_url: word,
    date: word,
  }),
})
export const passwordParams = z.object({ password: z.string().min(8).max(200) })

export type CheckParams = z.infer<typeof checkParams>
export type CreateParams = z.infer<typeof createParams>
export type IdParams = z.infer<typeof idParams>
export type CancelParams = z.infer<typeof cancelParams>
export type StatementParams = z.infer<typeof statementParams>
export type FiscalParams = z.infer<typeof fiscalParams>
