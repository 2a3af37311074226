import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { getOrder } from '.'
import { order, seedMarket } from './test-market'

let pool: pg.Pool
beforeAll(async () => {
  pool = await testDb()
  await seedMarket(pool, 100)
})
afterAll(dropTestDbs)

it.each(['cash', 'payme'] as const)('a checkout by %s answers the very order that is read later', async (provider) => {
  const placed = await order({ var_a1: 1, var_b1: 2 }, provider, 'courier')
  const read = await getOrder({ id: placed.orderId }, { token: placed.accessToken })
  expect(placed.order.payments).toHaveLength(1)
  expect(placed.order).toEqual(read)
})
