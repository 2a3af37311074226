import { z } from 'zod'
import { env } from '@/lib/kernel/env'
import type { Description } from './operation'
import { pictureMediaTypes } from './picture-upload'
import { problems, statusOf, titleOf } from './problem'

type Json = Record<string, unknown>

const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: 'Stable, kebab-case', examples: Object.keys(problems) }),
    requestId: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

/** Named schemas live in `components`; every reference follows them there. */
const moved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace('#/$defs/', '#/components/schemas/') : moved(item),
    ]),
  )
}

const bare = ({ $schema: _, $defs: __, id: ___, ...rest }: Json): unknown => moved(rest)

function schemaOf(schema: z.ZodType, named: Json): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  for (const [name, definition] of Object.entries((json['$defs'] ?? {}) as Record<string, Json>))
    named[name] = bare(definition)
  const name = z.globalRegistry.get(schema)?.id
  if (!name) return bare(json)
  named[name] ??= bare(json)
  return { $ref: `#/components/schemas/${name}` }
}

const isRequired = (schema: z.ZodType) => !schema.safeParse(undefined).success

const parametersOf = (place: 'path' | 'query', shape: z.ZodObject | undefined, named: Json): Json[] =>
  Object.entries(shape?.shape ?? {}).map(([name, schema]) =>
    name === 'attr'
      ? {
          name: 'attr.{code}',
          in: 'query',
          description:
            'Any attribute by its code; values apart by commas, ranges of numbers as 1000..2000, 1000.. or ..2000. One parameter per attribute.',
          schema: { type: 'string' },
          example: 'red,blue',
        }
      : {
          name,
          in: place,
          required: place === 'path' || isRequired(schema as z.ZodType),
          schema: schemaOf(schema as z.ZodType, named),
        },
  )

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key and body answer the stored answer again, with Idempotent-Replayed: true',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const whole = { schema: { type: 'integer' } }
const limitHeaders = { 'RateLimit-Limit': whole, 'RateLimit-Remaining': whole, 'RateLimit-Reset': whole }
const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** The codes that a call may refuse with: those of its handler and those of its shape. */
export const failuresOf = (call: Description): string[] => [
  ...new Set([
    ...(call.failures ?? []),
    'invalid-request',
    ...(call.body ? ['invalid-json', 'too-large', 'unsupported-media-type'] : []),
    ...(call.idempotent ? ['idempotency-key-required', 'idempotency-key-in-use', 'idempotency-key-reused'] : []),
    ...(call.access === 'public' ? [] : ['unauthorized']),
    ...(call.scope ? ['forbidden'] : []),
    'too-many-requests',
    'internal-error',
    'unavailable',
  ]),
]

function refusalsOf(call: Description): Json {
  const byStatus: Record<string, string[]> = {}
  for (const code of failuresOf(call)) (byStatus[statusOf(code)] ??= []).push(code)
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [
      status,
      { description: codes.map((code) => `\`${code}\`: ${titleOf(code)}`).join('\n\n'), content: problemContent },
    ]),
  )
}

const securityOf = ({ access }: Description): Json[] =>
  ({
    public: [],
    cart: [{ cartToken: [] }],
    order: [{ orderToken: [] }, { shopKey: [] }, { session: [] }],
    shop: [{ shopKey: [] }],
  })[access]

const binary = { schema: { type: 'string', format: 'binary' } }
const fileTypes = {
  goods: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/xml'],
  picture: pictureMediaTypes,
}

const fileBody = (named: Json, kind: keyof typeof fileTypes, fields: z.ZodObject | undefined): Json => {
  const { properties = {} } = fields ? (schemaOf(fields, named) as { properties?: Json }) : {}
  const form = { type: 'object', properties: { file: binary.schema, ...properties }, required: ['file'] }
  return {
    required: true,
    content: {
      ...Object.fromEntries(fileTypes[kind].map((type) => [type, binary])),
      'multipart/form-data': { schema: form },
    },
  }
}

function callOf(call: Description, named: Json): Json {
  const parameters = [
    ...parametersOf('path', call.params, named),
    ...parametersOf('query', call.query, named),
    ...(call.idempotent ? [idempotencyHeader] : []),
  ]
  const good = {
    description: 'OK',
    headers: limitHeaders,
    content: { 'application/json': { schema: schemaOf(call.answer, named) } },
  }
  const body = call.body && {
    required: call.bodyOptional !== true,
    content: { 'application/json': { schema: schemaOf(call.body, named) } },
  }
  return {
    operationId: call.id,
    tags: [call.tag],
    summary: call.summary,
    ...(call.scope ? { description: `The shop key needs the scope \`${call.scope}\`.` } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    ...(call.upload ? { requestBody: fileBody(named, call.upload, call.query) } : {}),
    security: securityOf(call),
    responses: { [call.status ?? 200]: good, ...refusalsOf(call) },
  }
}

const securitySchemes = {
  cartToken: { type: 'http', scheme: 'bearer', description: 'The token that POST /carts answers' },
  orderToken: { type: 'http', scheme: 'bearer', description: 'The accessToken that the checkout answers' },
  shopKey: { type: 'http', scheme: 'bearer', description: 'A key of the shop, bzr_live_…' },
  session: { type: 'apiKey', in: 'cookie', name: 'bozor_session', description: 'The session of the site' },
}

/** OpenAPI 3.1, from the very schemas that validate the requests. */
export function openApi(calls: readonly Description[]) {
  const named: Json = {}
  schemaOf(problemShape, named)
  const paths: Record<string, Json> = {}
  for (const call of calls) (paths[call.path] ??= {})[call.method.toLowerCase()] = callOf(call, named)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bozor',
      version: '1.0.0',
      description: 'Times are RFC 3339 UTC, money is whole minor units as text, unknown keys are refused.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${env.APP_URL}/api/v1` }],
    tags: [...new Set(calls.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: named, securitySchemes },
  }
}
