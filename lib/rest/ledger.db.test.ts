import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@/lib/kernel/result'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { order, seedMarket } from '@/lib/order/test-market'
import { capturePayment, startPayment } from '@/lib/payment'
import { createKey } from '@/lib/seller'
import { calls } from './operations'

type Page = { items: { type: string; number: string; amount: { amount: string }; balance: { amount: string } }[] }

beforeAll(async () => seedMarket(await testDb(), 1000))
afterAll(dropTestDbs)

async function read(key: string | null, query = '') {
  const headers = key ? { authorization: `Bearer ${key}` } : {}
  const response = await calls.listLedger.serve(
    new Request(`http://shop.test/api/v1/seller/ledger${query}`, { headers }),
    {},
  )
  const body = (await response.json()) as Page & { nextCursor: string | null; code?: string }
  if (response.ok) expect(calls.listLedger.answer.safeParse(body).error).toBeUndefined()
  return { status: response.status, ...body }
}

it('tells a shop its account by pages of signed amounts, and no other shop’s', async () => {
  const placed = await order({ var_a1: 1, var_b1: 1 })
  const { paymentId } = must(await startPayment(placed.orderId, 'payme', 'uz'))
  must(await capturePayment({ paymentId, amount: { amount: 20_000_000, currency: 'UZS' }, providerRef: 'tx-1' }))
  const { key } = must(await createKey('alfa'))
  const first = await read(key, '?limit=1')
  expect(first.items).toMatchObject([
    { type: 'commission', number: placed.number, amount: { amount: '-1000000' }, balance: { amount: '9000000' } },
  ])
  const second = await read(key, `?cursor=${first.nextCursor}`)
  expect(second).toMatchObject({ nextCursor: null, items: [{ type: 'sale', amount: { amount: '10000000' } }] })
})

it('refuses a stranger, a key without the scope, and a list too long', async () => {
  const { key } = must(await createKey('beta', { scopes: ['stock'] }))
  expect(await read(null)).toMatchObject({ status: 401 })
  expect(await read(key)).toMatchObject({ status: 403, code: 'forbidden' })
  expect(await read(must(await createKey('beta')).key, '?limit=101')).toMatchObject({ status: 400 })
})
