import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql, transact } from '@/lib/kernel/db'
import { dropTestDbs, testDb } from '@/lib/kernel/test-db'
import { countFindings, listFindings, recordCallback, recordFinding, seeFinding, sweepCallbacks } from '.'
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

it('lets an operator mark what was seen, keeps who said what, and opens again what has changed', async () => {
  const found = { provider: 'payme', ref: 'o-1', kind: 'paid-without-order', outcome: 'person' } as const
  const operator = { kind: 'system', id: 'operator' } as const
  const see = (note: string) => seeFinding({ ...found, note }, operator)
  await recordFinding(sql, { ...found, detail: 'first' })
  await recordFinding(sql, { ...found, ref: 'o-2', outcome: 'captured' })
  expect(await listFindings()).toMatchObject([{ ref: 'o-1', open: true }, { ref: 'o-2' }])
  expect(await seeFinding({ ...found, note: 'x' }, { kind: 'guest' })).toMatchObject({ code: 'forbidden' })
  expect(await seeFinding({ ...found, ref: 'o-9', note: 'x' }, operator)).toMatchObject({ code: 'not-found' })
  expect(await see('another shop of the same account')).toMatchObject({ ok: true })
  await recordFinding(sql, { ...found, detail: 'first' })
  expect(await listFindings()).toMatchObject([{ ref: 'o-1', open: false, times: 2 }, { ref: 'o-2' }])
  expect((await countFindings()).filter(({ outcome }) => outcome === 'person')).toEqual([])
  await recordFinding(sql, { ...found, detail: 'second' })
  expect(await see('given back in the cabinet')).toMatchObject({ ok: true })
  const [seen] = await listFindings()
  expect(seen?.marks.map(({ by, note }) => [by, note])).toEqual([
    ['operator', 'another shop of the same account'],
    ['operator', 'given back in the cabinet'],
  ])
})

it('lets all alarms of a callback be seen at once', async () => {
  const operator = { kind: 'system', id: 'operator' } as const
  const [open] = await listAlarms()
  expect(open).toMatchObject({ eventKey: 'evt_1', open: true, marks: [] })
  await seeFinding({ provider: 'stripe', ref: 'evt_1', kind: 'alarm', note: 'our own test' }, operator)
  expect(await listAlarms()).toMatchObject([{ open: false, marks: [{ note: 'our own test' }] }])
})
