import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql, transact } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { recordCallback, sweepCallbacks } from '.'
import { listAlarms } from './queries/list-alarms'

let pool: pg.Pool
beforeAll(async () => void (pool = await testDb()))
afterAll(dropTestDbs)

const headers = new Headers({ 'content-type': 'application/json', authorization: 'Basic c2VjcmV0' })
const came = (eventKey: string, body: string) =>
  ({ provider: 'stripe', eventKey, body, headers, ip: '1.2.3.4' }) as const
const kept = async (key: string) =>
  (await pool.query('select body, headers, repeats, alarm from provider_callback where event_key = $1', [key])).rows

it('lets the first win, counts repeats, and raises an alarm over another payload', async () => {
  expect(await recordCallback(sql, came('evt_1', '{"amount":5,"email":"a@b.uz"}'))).toBe('first')
  expect(await recordCallback(sql, came('evt_1', '{"amount":5,"email":"a@b.uz"}'))).toBe('repeat')
  expect(await recordCallback(sql, came('evt_1', '{"amount":9}'))).toBe('alarm')
  expect(await recordCallback(sql, came('evt_1', '{"amount":9}'))).toBe('alarm')
  expect(await kept('evt_1')).toEqual([
    {
      body: '{"amount":5,"email":"[redacted]"}',
      headers: { 'content-type': 'application/json' },
      repeats: 3,
      alarm: true,
    },
  ])
  const alarms = (await listAlarms()).filter(({ eventKey }) => eventKey === 'evt_1')
  expect(alarms.map(({ body }) => body)).toEqual(['{"amount":9}'])
})

it('lets one of fifty have the effect, in its own transaction', async () => {
  const told = await Promise.all(
    Array.from({ length: 50 }, () => transact((tx) => recordCallback(tx, came('evt_2', '{"amount":5}')))),
  )
  expect(told.filter((one) => one === 'first')).toHaveLength(1)
})

it('forgets with time', async () => {
  await recordCallback(sql, came('evt_3', '{}'))
  await pool.query(`update provider_callback set received_at = now() - interval '200 days' where event_key = 'evt_3'`)
  expect(await sweepCallbacks()).toBe(1)
  expect(await kept('evt_3')).toEqual([])
})
