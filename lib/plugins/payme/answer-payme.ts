import type { z } from 'zod'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { mayCallBack } from '@/lib/payment'
import { isAuthorized } from './authorize'
import { cancelTransaction } from './cancel-transaction'
import { checkPerformTransaction } from './check-perform-transaction'
import { checkTransaction } from './check-transaction'
import { createTransaction } from './create-transaction'
import { type Answer, type ErrorCode, refuse } from './errors'
import { getStatement } from './get-statement'
import { changePassword, merchantKey } from './merchant-key'
import {
  cancelParams,
  checkParams,
  createParams,
  fiscalParams,
  idParams,
  passwordParams,
  requestSchema,
  statementParams,
} from './params'
import { performTransaction } from './perform-transaction'
import { recordCall } from './record-call'
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
  ['CheckPerformTransaction', method(checkParams, checkPerformTransaction)],
  ['CreateTransaction', method(createParams, createTransaction)],
  ['PerformTransaction', method(idParams, performTransaction)],
  ['CancelTransaction', method(cancelParams, cancelTransaction)],
  ['CheckTransaction', method(idParams, checkTransaction)],
  ['GetStatement', method(statementParams, getStatement)],
  ['SetFiscalData', method(fiscalParams, setFiscalData, -32602)],
  ['ChangePassword', method(passwordParams, changePassword)],
])

type Run = (params: unknown) => Promise<Answer>

async function guarded(name: string, run: Run, params: unknown): Promise<Answer> {
  try {
    return await run(params)
  } catch (error) {
    log.error({ err: error, method: name }, 'payme')
    return refuse(-32400)
  }
}

async function dispatch(call: unknown, text: string, request: Request, address: string): Promise<Answer> {
  const parsed = requestSchema.safeParse(call)
  if (!parsed.success) return refuse(-32600)
  const { method: name, params } = parsed.data
  const run: Run | undefined = methods.get(name)
  if (!run) return refuse(-32601, name)
  const answer = await guarded(name, run, params)
  await recordCall(parsed.data, text, request, address, answer)
  return answer
}

type Body = { text: string; json: unknown }

/** Undefined: not JSON, or more of it than any call of theirs has. The content type is whatever they send. */
async function readBody(request: Request): Promise<Body | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return undefined
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BYTES) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, json: JSON.parse(text) }
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

async function isPayme(request: Request, address: string): Promise<boolean> {
  const header = request.headers.get('authorization')
  return isAuthorized(header, env.PAYME_LOGIN, await merchantKey()) && mayCallBack('payme', address)
}

/**
 * Payme's Merchant API (developer.help.paycom.uz, Merchant API). `address`: of the client, as the edge knows it.
 * Who is not Payme learns nothing: authorisation comes before every other answer.
 */
export async function answerPayme(request: Request, address: string): Promise<Response> {
  if (request.method !== 'POST') return respond(refuse(-32300), null)
  const body = await readBody(request)
  const id = idOf(body?.json)
  try {
    if (!(await isPayme(request, address))) {
      log.warn({ ip: address }, 'payme: not admitted')
      return respond(refuse(-32504), id)
    }
  } catch (error) {
    log.error({ err: error }, 'payme')
    return respond(refuse(-32400), id)
  }
  if (!body) return respond(refuse(-32700), id)
  return respond(await dispatch(body.json, body.text, request, address), id)
}
