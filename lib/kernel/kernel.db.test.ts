import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, together, transact } from './db'
import type { Decider, DomainEvent } from './decider'
import { drain, handle, load } from './event-store'
import { once } from './idempotency'
import { fail, ok } from './result'
import { dropTestDbs, testDb } from './test-db'

type Counted = DomainEvent & { type: 'Counted'; data: { n: number } }
const counter: Decider<number, { most: number }, Counted, 'full'> = {
  stream: 'counter',
  initial: 0,
  decide: (n, { most }) => (n >= most ? fail('full') : ok([{ type: 'Counted', data: { n: n + 1 } }])),
  evolve: (n) => n + 1,
}
const count = (id: string, most = 1_000) => transact((tx) => handle(tx, counter, id, { most }, { actorId: 'test' }))

beforeAll(async () => void (await testDb()))
afterAll(dropTestDbs)

test('twenty writers to one stream lose no event and leave no gap', async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (;;) {
        try {
          return await count('busy')
        } catch {}
      }
    }),
  )
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(await load(sql, counter, 'busy')).toBe(20)
})

test('a refusal inside a transaction undoes what was written before it', async () => {
  const refused = await transact(async (tx) => {
    await tx.query(`insert into checkpoint (name) values ('undone')`)
    return fail('full')
  })
  expect(refused).toEqual({ ok: false, code: 'full' })
  expect((await sql.query(`select 1 from checkpoint where name = 'undone'`)).rowCount).toBe(0)
})

test('of work that went together the cause is thrown, once all of it has ended', async () => {
  const seen: string[] = []
  const broken = transact((tx) =>
    together([
      tx.query(`insert into checkpoint (name) values ('first')`).then(() => tx.query('select 1')),
      tx.query('select 1 / 0'),
      tx.query(`insert into checkpoint (name) values ('last')`).catch((error) => {
        seen.push(error.code)
        throw error
      }),
    ]),
  )
  await expect(broken).rejects.toMatchObject({ code: '22012' })
  expect(seen).toEqual(['25P02'])
  expect((await sql.query(`select 1 from checkpoint where name in ('first', 'last')`)).rowCount).toBe(0)
})

test('an answer that was stored with its work is replayed; what was rolled back leaves none', async () => {
  const body = { stored: true }
  const ask = (key: string, breaks: boolean) =>
    once({ scope: 'settled', key, body: {} }, async (settle) => {
      await transact(async (tx) => {
        await settle(tx, { status: 201, body })
        if (breaks) throw new Error('the power went out')
      })
      return { status: 201, body }
    })
  expect(await ask('a', false)).toEqual({ status: 201, body, replayed: false })
  expect(await ask('a', false)).toEqual({ status: 201, body, replayed: true })
  await expect(ask('b', true)).rejects.toThrow('the power went out')
  expect(await ask('b', false)).toMatchObject({ replayed: false })
})

test('a reader passes no event of a transaction that is still open', async () => {
  const seen: string[] = []
  const read = () =>
    transact((tx) =>
      drain(tx, 'reader', async (_, event) => void (event.type === 'Counted' && seen.push(event.streamId))),
    )
  let release = () => {}
  const slow = transact(async (tx) => {
    const first = await handle(tx, counter, 'slow', { most: 9 }, { actorId: 'test' })
    await new Promise<void>((open) => (release = open))
    return first
  })
  await new Promise((wake) => setTimeout(wake, 50))
  await count('quick')
  while ((await read()) > 0);
  expect(seen).not.toContain('counter-quick')
  release()
  await slow
  // The horizon is the server's, not the database's: another test's open transaction may delay it.
  for (let turn = 0; turn < 400 && !seen.includes('counter-slow'); turn++) {
    await read()
    await new Promise((wake) => setTimeout(wake, 10))
  }
  expect(seen.filter((id) => id === 'counter-slow' || id === 'counter-quick').sort()).toEqual([
    'counter-quick',
    'counter-slow',
  ])
})

test('the log cannot be rewritten', async () => {
  await count('fixed')
  await expect(sql.query('update event set version = version')).rejects.toMatchObject({ code: '42501' })
  await expect(sql.query('delete from event')).rejects.toMatchObject({ code: '42501' })
})

test('a key answers once: the same body is replayed, another is refused, a running one is in use', async () => {
  let runs = 0
  const ask = (key: string, body: object) =>
    once({ scope: 'cart', key, body }, async () => ({ status: 201, body: { run: ++runs } }))
  expect(await ask('a', { x: 1, y: 2 })).toMatchObject({ status: 201, replayed: false, body: { run: 1 } })
  expect(await ask('a', { y: 2, x: 1 })).toMatchObject({ replayed: true, body: { run: 1 } })
  expect(await ask('a', { x: 2 })).toEqual({ problem: 'idempotency-key-reused' })
  const both = await Promise.all([ask('b', {}), ask('b', {})])
  expect(both.filter((answer) => 'replayed' in answer && !answer.replayed)).toHaveLength(1)
  expect(runs).toBe(2)
})

test('a key left running by a crash is taken over once its lease has ended', async () => {
  await sql.query(
    `insert into idempotency (scope, key, request_hash, locked_until) values ('cart', 'c', $1, now() - interval '1 s')`,
    ['44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
  )
  expect(await once({ scope: 'cart', key: 'c', body: {} }, async () => ({ status: 201, body: {} }))).toMatchObject({
    replayed: false,
  })
})
