import type { z } from 'zod'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { isAdmitted, isAuthorized, paymeKey } from './authorize'
import { createTransaction } from './create-transaction'
import { type Answer, type ErrorCode, refuse } from './errors'
import { cancel, check, checkPerform, getStatement, perform } from './methods'
import {
  cancelParams,
  checkParams,
  createParams,
  fiscalParams,
  idParams,
  requestSchema,
  statementParams,
} from './params'
import { setFiscalData } from './set-fiscal-data'

const MAX_BYTES = 64 * 1024

const method =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (params: z.infer<Schema>) => Promise<Answer>,
    bad: ErrorCode = -32600,
  ) =>
  async (params: unknown): Promise<Answer> => {
    const parsed = schema.safeParse(params)
    return parsed.success ? run(parsed.data) : refuse(bad)
  }

const methods = new Map([
  ['CheckPerformTransaction', method(checkParams, checkPerform)],
  ['CreateTransaction', method(createParams, createTransaction)],
  ['PerformTransaction', method(idParams, perform)],
  ['CancelTransaction', method(cancelParams, cancel)],
  ['CheckTransaction', method(idParams, check)],
  ['GetStatement', method(statementParams, getStatement)],
  ['SetFiscalData', method(fiscalParams, setFiscalData, -32602)],
])

async function dispatch(body: unknown): Promise<Answer> {
  const request = requestSchema.safeParse(body)
  if (!request.success) return refuse(-32600)
  const { method: name, params } = request.data
  const run = methods.get(name)
  if (!run) return refuse(-32601, name)
  try {
    return await run(params)
  } catch (error) {
    log.error({ err: error, method: name }, 'payme')
    return refuse(-32400)
  }
}

/** Undefined: not JSON, or more of it than any call of theirs has. */
async function readBody(request: Request): Promise<unknown> {
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BYTES) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const idOf = (body: unknown): unknown => {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null
  return typeof id === 'number' || typeof id === 'string' ? id : null
}

/** HTTP 200 always: any other status counts as a failure of ours at Payme. */
const respond = (answer: Answer, id: unknown): Response =>
  Response.json({ jsonrpc: '2.0', id, ...answer }, { headers: { 'Cache-Control': 'no-store' } })

/**
 * Payme's Merchant API (developer.help.paycom.uz, Merchant API). `address`: of the client, as the edge knows it.
 * Who is not Payme learns nothing: authorisation comes before every other answer.
 */
export async function answerPayme(request: Request, address: string): Promise<Response> {
  if (request.method !== 'POST') return respond(refuse(-32300), null)
  const tooLong = Number(request.headers.get('content-length') ?? 0) > MAX_BYTES
  const body = tooLong ? undefined : await readBody(request)
  const id = idOf(body)
  const header = request.headers.get('authorization')
  if (!isAdmitted(address) || !isAuthorized(header, env.PAYME_LOGIN, paymeKey())) return respond(refuse(-32504), id)
  if (body === undefined) return respond(refuse(-32700), id)
  return respond(await dispatch(body), id)
}
