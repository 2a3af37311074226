import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { fail, ok } from '@/lib/kernel/result'
import { operation } from './operation'
import { readOnly, resource } from './resource'

const taken = vi.hoisted(() => ({ ok: true }))
vi.mock('@/lib/kernel/limit', () => ({
  takeToken: async ({ limit }: { limit: number }) => ({ ok: taken.ok, limit, remaining: 3, resetSeconds: 20 }),
}))
vi.mock('@/lib/auth', () => ({ actorFromRequest: async () => ({ kind: 'guest' }) }))
vi.mock('@/lib/seller', () => ({
  actorByKey: async (key: string) =>
    key === 'bzr_good' ? { kind: 'shop', shopId: 'sho_1', keyId: 'key_1', scopes: ['stock'] } : null,
}))
const stored = vi.hoisted(() => new Map<string, { body: string; answer: { status: number; body: unknown } }>())
vi.mock('@/lib/kernel/idempotency', () => ({
  once: async (
    { scope, key, body }: { scope: string; key: string; body: unknown },
    run: () => Promise<{ status: number; body: unknown }>,
  ) => {
    const before = stored.get(scope + key)
    if (before && before.body !== JSON.stringify(body)) return { problem: 'idempotency-key-reused' }
    if (before) return { ...before.answer, replayed: true }
    const answer = await run()
    stored.set(scope + key, { body: JSON.stringify(body), answer })
    return { ...answer, replayed: false }
  },
}))

const call = operation({
  id: 'count',
  method: 'POST',
  path: '/things/{id}',
  tag: 'Test',
  summary: 'A test',
  access: 'public',
  limit: 'read',
  params: z.object({ id: z.string().regex(/^thi_\d+$/) }),
  body: z.strictObject({ quantity: z.int().min(1) }),
  answer: z.object({ total: z.number() }),
  handler({ body, params }) {
    if (params.id === 'thi_0') return fail('not-found')
    if (body.quantity === 7) throw new Error('secret inside')
    return body.quantity > 100 ? fail('out-of-stock', { variantIds: ['var_1'] }) : ok({ total: body.quantity })
  },
})
const things = resource({ POST: call })

const context = (id = 'thi_1') => ({ params: Promise.resolve({ id }) })
const post = (body: BodyInit, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  new Request('http://shop.test/api/v1/things/thi_1', { method: 'POST', body, headers })

async function refusal(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as { code: string; status: number; errors?: { path: string }[] }
  expect(body.status).toBe(response.status)
  return `${response.status} ${body.code}`
}

describe('a call', () => {
  it('answers JSON with its limits and a request id, and nobody keeps it', async () => {
    const response = await things.POST(post('{"quantity":2}'), context())
    expect([response.status, await response.json()]).toEqual([200, { total: 2 }])
    expect(response.headers.get('ratelimit-remaining')).toBe('3')
    expect(response.headers.get('x-request-id')).toMatch(/^req_/)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it.each([
    ['an unknown key', '{"quantity":1,"price":0}', '400 invalid-request'],
    ['zero of something', '{"quantity":0}', '400 invalid-request'],
    ['half a number', '{"quantity":1.5}', '400 invalid-request'],
    ['no JSON', '{"quantity":', '400 invalid-json'],
    ['bytes that are no UTF-8', new Uint8Array([34, 0xff, 34]), '400 invalid-json'],
    ['a prototype', '{"__proto__":{},"quantity":1}', '400 invalid-json'],
    ['half a surrogate pair', '{"quantity":"\\ud800"}', '400 invalid-json'],
    ['more than a megabyte', `{"quantity":"${'x'.repeat(1_000_001)}"}`, '413 too-large'],
    ['more than there is', '{"quantity":101}', '409 out-of-stock'],
  ])('refuses %s', async (_, body, expected) => {
    expect(await refusal(await things.POST(post(body as BodyInit), context()))).toBe(expected)
  })

  it('refuses what is not JSON by its type', async () => {
    const form = post('quantity=1', { 'Content-Type': 'application/x-www-form-urlencoded' })
    expect(await refusal(await things.POST(form, context()))).toBe('415 unsupported-media-type')
  })

  it('checks the schema before the state, and knows no misshapen id', async () => {
    expect(await refusal(await things.POST(post('{"quantity":0}'), context('thi_0')))).toBe('400 invalid-request')
    expect(await refusal(await things.POST(post('{"quantity":1}'), context('thi_0')))).toBe('404 not-found')
    expect(await refusal(await things.POST(post('{"quantity":1}'), context("'--")))).toBe('404 not-found')
  })

  it('says nothing of a bug but that there is one', async () => {
    const response = await things.POST(post('{"quantity":7}'), context())
    const text = await response.clone().text()
    expect(await refusal(response)).toBe('500 internal-error')
    expect(text).not.toMatch(/secret|at /)
  })

  it('answers 405 with Allow to another method', async () => {
    const response = await things.GET(new Request('http://shop.test/'), context())
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    expect(await refusal(response)).toBe('405 method-not-allowed')
    const files = readOnly(() => new Response('text'))
    expect((await files.POST(post('{}'), context())).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  it('answers 429 with the time to wait', async () => {
    taken.ok = false
    const response = await things.POST(post('{"quantity":2}'), context())
    taken.ok = true
    expect(response.headers.get('retry-after')).toBe('20')
    expect(await refusal(response)).toBe('429 too-many-requests')
  })
})

describe('a call for shops', () => {
  const own = (scope: string) =>
    resource({
      POST: operation({
        id: `own-${scope}`,
        method: 'POST',
        path: '/own',
        tag: 'Test',
        summary: 'A test',
        access: 'shop',
        scope,
        limit: 'key',
        idempotent: true,
        body: z.strictObject({ a: z.number() }),
        answer: z.object({ a: z.number() }),
        handler: ({ body }) => ok(body),
      }),
    })
  const send = (scope: string, key: string, body: string, more: Record<string, string> = {}) =>
    own(scope).POST(
      post(body, { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}), ...more }),
      context(),
    )

  it('needs a living key with the scope', async () => {
    expect(await refusal(await send('stock', '', '{"a":1}'))).toBe('401 unauthorized')
    expect(await refusal(await send('stock', 'bzr_dead', '{"a":1}'))).toBe('401 unauthorized')
    expect(await refusal(await send('parcels', 'bzr_good', '{"a":1}'))).toBe('403 forbidden')
  })

  it('replays the answer of an Idempotency-Key and refuses another body', async () => {
    const key = { 'Idempotency-Key': 'one' }
    expect(await refusal(await send('stock', 'bzr_good', '{"a":1}'))).toBe('400 idempotency-key-required')
    expect((await send('stock', 'bzr_good', '{"a":1}', key)).headers.get('idempotent-replayed')).toBeNull()
    expect((await send('stock', 'bzr_good', '{"a":1}', key)).headers.get('idempotent-replayed')).toBe('true')
    expect(await refusal(await send('stock', 'bzr_good', '{"a":2}', key))).toBe('422 idempotency-key-reused')
  })
})
