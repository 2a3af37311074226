import { createHash } from 'node:crypto'
import { now } from '@/lib/kernel/clock'
import { sql } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { recordCallback } from '@/lib/payment'
import type { Answer } from './errors'

export type Call = { method: string; params: Record<string, unknown> }

const named = new Set(['CreateTransaction', 'PerformTransaction', 'CancelTransaction'])

/** Calls that change something are named by what they change; of the others each wording is an event of its own. */
function keyOf({ method, params }: Call, payload: string): string {
  const id = String(params['id'])
  if (named.has(method)) return `${method}:${id}`
  if (method === 'ChangePassword') return `${method}:${now().toISOString()}`
  const fiscal = params['fiscal_data'] as { status_code?: unknown } | undefined
  if (method === 'SetFiscalData') return `${method}:${id}:${params['type']}:${fiscal?.status_code}`
  return `${method}:${createHash('sha256').update(payload).digest('hex').slice(0, 32)}`
}

/** After the answer is known, which stands whatever becomes of this. The call's own number is new in each repeat. */
export async function recordCall(call: Call, body: string, request: Request, ip: string, answer: Answer) {
  const payload = call.method === 'ChangePassword' ? '' : JSON.stringify([call.method, call.params])
  const { headers } = request
  const eventKey = keyOf(call, payload)
  await recordCallback(sql, {
    provider: 'payme',
    eventKey,
    body,
    payload,
    headers,
    ip,
    answer: JSON.stringify(answer),
  }).catch((error) => log.error({ err: error, method: call.method }, 'a callback was not recorded'))
}
