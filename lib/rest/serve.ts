import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import { once } from '@/lib/kernel/idempotency'
import { log } from '@/lib/kernel/log'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { clientAddress, limitedAs } from './address'
import { readBody, readQuery } from './body'
import { type Caller, callerOf } from './caller'
import { allow } from './limits'
import { observe } from './metrics'
import type { Description, Given } from './operation'
import { problem, problemBody, statusOf } from './problem'
import { requestIdOf } from './request-id'

type Handler = (given: Given<unknown, unknown, unknown>) => Promise<Result<unknown, string>>
type Answer = { status: number; body: unknown; replayed?: boolean }

const invalid = (error: z.ZodError) =>
  fail('invalid-request', {
    errors: error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  })

function checked(schema: z.ZodType | undefined, value: unknown) {
  const parsed = schema?.safeParse(value)
  if (!parsed) return ok(undefined)
  return parsed.success ? ok(parsed.data) : invalid(parsed.error)
}

function queryOf({ query }: Description, request: Request) {
  const given = readQuery(new URL(request.url).searchParams)
  if (!given) return fail('invalid-request', { errors: [{ path: '', message: 'A name twice, or no text' }] })
  if (query) return checked(query, given)
  const extra = Object.keys(given)[0]
  return extra ? fail('invalid-request', { errors: [{ path: extra, message: 'Unknown key' }] }) : ok(undefined)
}

/** The schema before the state: an unknown key is 400 also where the id is unknown. A misshapen id is 404. */
async function given(description: Description, caller: Caller, request: Request, rawParams: unknown) {
  const body = description.body ? await readBody(request, description.bodyOptional === true) : ok(undefined)
  if (!body.ok) return body
  const parsedBody = checked(description.body, body.value)
  if (!parsedBody.ok) return parsedBody
  const query = queryOf(description, request)
  if (!query.ok) return query
  const params = checked(description.params, rawParams)
  if (!params.ok) return fail('not-found')
  const without = { key: '', settle: async () => {} }
  return ok({ ...caller, ...without, request, params: params.value, query: query.value, body: parsedBody.value })
}

async function answer(description: Description, handler: Handler, input: Given<unknown, unknown, unknown>) {
  const result = await handler(input)
  if (result.ok) return { status: description.status ?? 200, body: result.value }
  return { status: statusOf(result.code), body: problemBody(result.code, { ...(result.detail ? result : {}) }) }
}

const keyOf = (request: Request) => /^[\x21-\x7e]{1,255}$/.exec(request.headers.get('idempotency-key') ?? '')?.[0]

/** Keys belong to the cart's token or the shop, so that nobody replays another's answer. */
async function answerOnce(
  description: Description,
  handler: Handler,
  input: Given<unknown, unknown, unknown>,
): Promise<Result<Answer, string>> {
  if (!description.idempotent) return ok(await answer(description, handler, input))
  const key = keyOf(input.request)
  if (!key) return fail('idempotency-key-required')
  const owner = input.actor.kind === 'shop' ? input.actor.shopId : (input.token ?? '')
  const scope = `${description.id}:${JSON.stringify(input.params ?? {})}:${digest(owner)}`
  const stored = await once({ scope, key, body: input.body }, (keep) => {
    const settle = (tx: Tx, body: unknown) => keep(tx, { status: description.status ?? 200, body })
    return answer(description, handler, { ...input, key, settle })
  })
  return 'problem' in stored ? fail(stored.problem) : ok(stored)
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

const reply = ({ status, body, replayed }: Answer, cache: string | undefined, headers: Record<string, string>) =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': status >= 300 ? 'application/problem+json' : 'application/json; charset=utf-8',
      'Cache-Control': status < 300 && cache ? cache : 'private, no-store',
      ...placeOf(body),
      ...(replayed ? { 'Idempotent-Replayed': 'true' } : {}),
      ...headers,
    },
  })

/** A renamed thing answers 308 with its new address. */
const placeOf = (body: unknown): Record<string, string> => {
  const { code, location } = (body ?? {}) as { code?: unknown; location?: unknown }
  return code === 'moved' && typeof location === 'string' ? { Location: location } : {}
}

const challenge = (code: string): Record<string, string> =>
  code === 'unauthorized' ? { 'WWW-Authenticate': 'Bearer realm="bozor"' } : {}

async function run(description: Description, handler: Handler, request: Request, params: unknown, requestId: string) {
  const headers: Record<string, string> = { 'X-Request-Id': requestId }
  const refuse = ({ code, detail }: { code: string; detail?: Record<string, unknown> }) =>
    problem(code, { requestId, headers: { ...headers, ...challenge(code) }, ...(detail ? { detail } : {}) })
  const caller = await callerOf(request, description.access, description.scope)
  const actor = caller.ok ? caller.value.actor : undefined
  const who = actor?.kind === 'shop' ? actor.keyId : limitedAs(clientAddress(request))
  const allowance = await allow(description.limit, who)
  Object.assign(headers, allowance.headers)
  if (!allowance.ok) return refuse({ code: 'too-many-requests' })
  if (!caller.ok) return refuse(caller)
  const input = await given(description, caller.value, request, params)
  if (!input.ok) return refuse(input)
  const answered = await answerOnce(description, handler, input.value)
  return answered.ok ? reply(answered.value, description.cache, headers) : refuse(answered)
}

/** Connection lost, pool or lock or statement timed out: the next try may well succeed. */
const passing = /^(?:08|53|57|55P03|40|ECONN|ETIMEDOUT)/

const isPassing = (error: unknown) => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return passing.test(String(code ?? '')) || String(message ?? '').startsWith('timeout exceeded when trying to connect')
}

async function guarded(description: Description, handler: Handler, request: Request, params: unknown) {
  const requestId = requestIdOf(request)
  try {
    return await run(description, handler, request, params, requestId)
  } catch (error) {
    log.error({ err: error, requestId, operation: description.id }, 'a call broke')
    return isPassing(error)
      ? problem('unavailable', { requestId, headers: { 'Retry-After': '2' } })
      : problem('internal-error', { requestId })
  }
}

export async function serve(description: Description, handler: Handler, request: Request, params: unknown) {
  const from = performance.now()
  const response = await guarded(description, handler, request, params)
  observe(description.id, response.status, (performance.now() - from) / 1000)
  return response
}
