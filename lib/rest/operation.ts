import type { z } from 'zod'
import type { Tx } from '@/lib/kernel/db'
import type { Result } from '@/lib/kernel/result'
import type { Access, Caller } from './caller'
import type { LimitName } from './limits'
import { serve } from './serve'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Given<Params, Query, Body> = Caller & {
  params: Params
  query: Query
  body: Body
  request: Request
  /** The Idempotency-Key of a call that needs one, else empty. */
  key: string
  /** Stores the answer of a call with a key in the transaction of what it tells of; the handler then answers just that. */
  settle(tx: Tx, answer: unknown): Promise<void>
}

/** What the description and the server both need to know about one call. */
export type Description = {
  id: string
  method: Method
  /** Below /api/v1, as OpenAPI writes it: /carts/{id}/items */
  path: string
  tag: string
  summary: string
  access: Access
  /** Needed of a shop key. */
  scope?: string
  limit: LimitName
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** No body at all counts as `{}`. */
  bodyOptional?: boolean
  /** The body is a file, which the handler reads from the request. */
  upload?: 'goods' | 'picture'
  answer: z.ZodType
  status?: 200 | 201
  /** Codes beyond those that every call may answer. */
  failures?: readonly string[]
  /** Cache-Control of a good answer; private, no-store where none is given. */
  cache?: string
  /** The call needs an Idempotency-Key. */
  idempotent?: true
}

export type Definition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = Description & {
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  handler(
    given: Given<z.output<Params>, z.output<Query>, z.output<Body>>,
  ): Promise<Result<z.input<Answer>, string>> | Result<z.input<Answer>, string>
}

export type Operation = Description & { serve(request: Request, params: unknown): Promise<Response> }

/** Declares one call: its schemas validate the request, type the handler and write the OpenAPI document. */
export function operation<
  Answer extends z.ZodType,
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(definition: Definition<Params, Query, Body, Answer>): Operation {
  const { handler, ...description } = definition
  const erased = handler as (given: Given<unknown, unknown, unknown>) => Promise<Result<unknown, string>>
  return { ...description, serve: (request, params) => serve(description, erased, request, params) }
}
