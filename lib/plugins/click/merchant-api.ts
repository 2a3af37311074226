import { createHash } from 'node:crypto'
import { z } from 'zod'
import { now } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'

const TIMEOUT_MS = 5_000

/** Numbers of 64 bits are taken as the digits they were written with: see `exactly`. */
const number = z.union([z.string(), z.number()]).transform(String)
const answerSchema = z.object({
  error_code: z.coerce.number().int(),
  error_note: z.string().nullish(),
  payment_id: number.nullish(),
  payment_status: z.coerce.number().int().nullish(),
  qrCodeURL: z.string().nullish(),
})
export type MerchantAnswer = z.infer<typeof answerSchema>

/** `user:sha1(time + secret):time`, time in unix seconds. */
export function authHeader(user: string, secret: string, seconds: number): string {
  const digest = createHash('sha1').update(`${seconds}${secret}`).digest('hex')
  return `${user}:${digest}:${seconds}`
}

/** Digits that a JavaScript number would round are quoted before they are read. */
const exactly = (text: string): unknown =>
  JSON.parse(text.replace(/("\w+_id"\s*:\s*)(\d{16,19})(?=\s*[,}])/g, '$1"$2"'))

/** Ids that are digits as text are written as numbers, whole. */
const written = (body: object): string => JSON.stringify(body).replace(/("\w+_id":)"(\d{1,19})"/g, '$1$2')

/** Wrong credentials and a broken server may be right tomorrow; what else it says is an answer. */
const isOutage = (status: number) => status >= 500 || [401, 403, 408, 429].includes(status)

/** Click's Merchant API. Throws when it cannot be reached or does not speak; an `error_code` other than 0 is a refusal. */
export async function callMerchantApi(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
  const seconds = Math.floor(now().getTime() / 1000)
  const auth = authHeader(env.CLICK_MERCHANT_USER_ID ?? '', env.CLICK_SECRET ?? '', seconds)
  const response = await fetch(`${env.CLICK_API_BASE.replace(/\/*$/, '/')}${path}`, {
    method,
    headers: { Auth: auth, Accept: 'application/json', 'Content-Type': 'application/json' },
    ...(body ? { body: written(body) } : {}),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  })
  if (isOutage(response.status)) throw new Error(`Click answered ${response.status} to ${method} ${path}`)
  const text = await response.text()
  if (!response.ok && !text.trim().startsWith('{')) {
    return answerSchema.parse({ error_code: -response.status, error_note: `HTTP ${response.status}` })
  }
  return answerSchema.parse({ ...(response.ok ? {} : { error_code: -response.status }), ...(exactly(text) as object) })
}
