import { z } from 'zod'

/** 64-bit ids stay text: a number would lose their last digits. */
const id = z.string().regex(/^[1-9]\d{0,18}$/)
const text = z.string().min(1).max(255)

/** Every value is kept as it came, because that is what was signed. */
const schema = z.object({
  click_trans_id: id,
  service_id: text,
  click_paydoc_id: z
    .string()
    .regex(/^\d{0,19}$/)
    .default(''),
  merchant_trans_id: text,
  merchant_prepare_id: z.string().max(255).default(''),
  amount: text,
  action: text,
  error: z.string().regex(/^(0|-[1-9]\d{0,8})$/),
  error_note: z.string().max(1_000).default(''),
  sign_time: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  sign_string: z.string().min(1).max(128),
})

export type ClickRequest = z.infer<typeof schema>

const MAX_BYTES = 16 * 1024

/** What was sent as text; null when it is longer than any call of theirs, or not text. */
export async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return null
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BYTES) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Null: a field is missing, doubled or not of its kind. Complete also names what it completes. */
export function readRequest(body: string, method: 'prepare' | 'complete'): ClickRequest | null {
  const form = new URLSearchParams(body)
  const fields = Object.fromEntries(form)
  if (Object.keys(fields).length !== [...form].length) return null
  const parsed = schema.safeParse(fields)
  if (!parsed.success) return null
  return method === 'complete' && parsed.data.merchant_prepare_id === '' ? null : parsed.data
}
