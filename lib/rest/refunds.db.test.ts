import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { seedMarket } from '@/lib/order/test-market'
import { deliver, paidOrder } from '@/lib/order/test-paid-order'
import { createKey } from '@/lib/seller'
import { calls } from './operations'

let key = ''
let foreign = ''
beforeAll(async () => {
  await seedMarket(await testDb())
  const keys = await Promise.all([createKey('alfa'), createKey('beta')])
  ;[key = '', foreign = ''] = keys.map((made) => (made.ok ? made.value.key : ''))
})
afterAll(dropTestDbs)

type Given = { params?: Record<string, string>; body?: unknown; token?: string; attempt?: string }

async function send(name: keyof typeof calls, { params = {}, body, token = key, attempt }: Given) {
  const request = new Request('http://shop.test/api/v1', {
    method: calls[name].method,
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      ...(attempt ? { 'Idempotency-Key': attempt } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await calls[name].serve(request, params)
  const answer = await response.json()
  if (response.ok) expect(calls[name].answer.safeParse(answer).error, JSON.stringify(answer)).toBeUndefined()
  return { status: response.status, answer, replayed: response.headers.get('idempotent-replayed') }
}

const som = (amount: number) => ({ amount: String(amount * 100), currency: 'UZS' })

it('a shop refunds an amount or items of its own parcel, once a key', async () => {
  const placed = await paidOrder({ var_a1: 2 })
  const { parcelId } = placed
  const refund = (body: object, attempt: string, token = key) =>
    send('refundParcel', { body: { parcelId, reason: 'Kechikdik', ...body }, attempt, token })
  const first = await refund({ amount: som(50_000) }, 'one')
  expect([first.status, first.answer.amount, first.answer.commission]).toEqual([201, som(50_000), som(5_000)])
  const again = await refund({ amount: som(50_000) }, 'one')
  expect([again.answer, again.replayed]).toEqual([first.answer, 'true'])
  const itemId = placed.parcel.items[0]?.id ?? ''
  expect((await refund({ items: [{ itemId, quantity: 1 }] }, 'two')).status).toBe(201)
  expect((await refund({ items: [{ itemId, quantity: 2 }] }, 'three')).answer.code).toBe('refund-too-large')
  expect((await refund({ amount: som(150_000) }, 'four')).status).toBe(409)
  expect((await refund({ amount: som(1) }, 'five', foreign)).status).toBe(404)
  expect((await refund({ items: [{ itemId: 'lin_0', quantity: 1 }] }, 'six')).status).toBe(404)
  for (const body of [{}, { amount: som(0) }, { amount: som(1), items: [{ itemId, quantity: 1 }] }, { items: [] }]) {
    expect((await refund(body, 'seven')).status).toBe(400)
  }
  const keyless = await send('refundParcel', { body: { parcelId, reason: 'x', amount: som(1) } })
  expect(keyless.answer.code).toBe('idempotency-key-required')
  const { answer } = await send('getOrder', { params: { id: placed.orderId }, token: placed.accessToken })
  expect(answer.refunds).toHaveLength(2)
  expect(answer.timeline.map(({ type }: { type: string }) => type)).toContain('refund-accepted')
})

it('a buyer sends goods back; the shop inspects them', async () => {
  const placed = await paidOrder({ var_a1: 2 })
  await deliver(placed.parcelId)
  const itemId = placed.parcel.items[0]?.id ?? ''
  const params = { id: placed.orderId }
  const body = { parcelId: placed.parcelId, items: [{ itemId, quantity: 1 }], reason: 'damaged', comment: 'Siniq' }
  const asked = await send('requestReturn', { params, body, token: placed.accessToken })
  expect([asked.status, asked.answer.status, asked.answer.comment]).toEqual([201, 'requested', 'Siniq'])
  expect((await send('requestReturn', { params, body })).status).toBe(404)
  const other = await paidOrder({ var_a1: 1 })
  expect((await send('requestReturn', { params: { id: other.orderId }, body, token: other.accessToken })).status).toBe(
    404,
  )
  const on = { params: { id: asked.answer.id } }
  expect((await send('approveReturn', { ...on, token: foreign })).status).toBe(404)
  expect((await send('listReturns', { token: foreign })).answer.items).toEqual([])
  expect((await send('listReturns', {})).answer.items).toHaveLength(1)
  expect((await send('approveReturn', on)).answer.status).toBe('approved')
  const received = await send('receiveReturn', {
    ...on,
    body: { deduction: som(10_000), restock: true, reason: 'Chizilgan' },
  })
  expect(received.answer).toMatchObject({ status: 'received', refunded: som(90_000), answerComment: 'Chizilgan' })
  expect((await send('rejectReturn', { ...on, body: { reason: 'x' } })).answer.code).toBe('wrong-status')
})
