import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { env } from '@/lib/kernel/env'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '@/lib/order'
import { order, seedMarket } from '@/lib/order/test-market'
import { POST } from './route'

export const KEY = 'TESTKEY-0123456789-abcdefghijklmnop'
export const TOTAL = 10_000_000
export const HOURS_12 = 43_200_000
export const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

export type Reply = {
  id: unknown
  result?: Record<string, unknown>
  error?: { code: number; message: object; data: unknown }
}
type At = {
  pool: Awaited<ReturnType<typeof testDb>>
  placed: Awaited<ReturnType<typeof order>>
  account: { order_id: string }
}

let n = 0
export const newId = () => `5305e3bab097f420a62ced${String(++n).padStart(2, '0')}`

export async function send(
  body: string,
  authorization: string | null = basic(`Paycom:${KEY}`),
  address = '185.234.113.1',
) {
  const headers = new Headers({ 'content-type': 'text/json; charset=UTF-8', 'x-forwarded-for': address })
  if (authorization) headers.set('authorization', authorization)
  const request = new Request('http://localhost/api/payments/payme', { method: 'POST', headers, body })
  const response = await POST(request)
  expect(response.status).toBe(200)
  return response.text()
}

export const call = async (method: string, params: object): Promise<Reply> =>
  JSON.parse(await send(JSON.stringify({ method, params, id: 7 })))

export const codeOf = async (method: string, params: object) => (await call(method, params)).error?.code

/** Create, Perform and Cancel are always sent twice, and both answers must be the same to the byte. */
export async function twice(method: string, params: object): Promise<Reply> {
  const body = JSON.stringify({ method, params, id: 2032 })
  const first = await send(body)
  expect(await send(body)).toBe(first)
  return JSON.parse(first)
}

/** A kassa with its key, and a new order before each test. */
export function sandbox() {
  const given = { ...env }
  const at = {} as At
  beforeAll(async () => {
    Object.assign(env, { PAYME_KEY: KEY, PAYME_LOGIN: 'Paycom', PAYME_ACCOUNT_FIELD: 'order_id', PAYME_ALLOW_IPS: [] })
    at.pool = await testDb()
    await seedMarket(at.pool, 1000)
  })
  afterAll(async () => {
    Object.assign(env, given)
    await dropTestDbs()
  })
  beforeEach(async () => {
    at.placed = await order({ var_a1: 1 })
    at.account = { order_id: at.placed.number }
  })
  const create = async (id: string, time = Date.now()) =>
    twice('CreateTransaction', { id, time, amount: TOTAL, account: at.account })
  const see = () => getOrder({ id: at.placed.orderId }, { token: at.placed.accessToken })
  return { at, create, see }
}
