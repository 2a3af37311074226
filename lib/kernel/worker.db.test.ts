import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, transact } from './db'
import type { Decider, DomainEvent } from './decider'
import { handle } from './event-store'
import { boot, on, type Plugin } from './plugin'
import { ok } from './result'
import { dropTestDbs, testDb } from './test-db'
import { work } from './worker'

type Told = DomainEvent & { type: 'Told'; data: { n: number } }
const teller: Decider<number, null, Told, never> = {
  stream: 'teller',
  initial: 0,
  decide: (n) => ok([{ type: 'Told', data: { n: n + 1 } }]),
  evolve: (n) => n + 1,
}
const heard: string[] = []
let isBroken = true
const listener = (name: string, breaks = () => false): Plugin => ({
  name,
  policies: {
    Told: on<Told>(async () => {
      if (breaks()) throw new Error(`${name} cannot go on`)
      heard.push(name)
    }),
  },
})

beforeAll(async () => {
  await testDb()
  boot([listener('first'), listener('broken', () => isBroken), listener('last')])
})
afterAll(dropTestDbs)

test('a policy that cannot go on holds up no other, and goes on where it stopped once it can', async () => {
  await transact((tx) => handle(tx, teller, 'one', null, { actorId: 'test' }))
  for (const deadline = Date.now() + 20_000; !heard.includes('last') && Date.now() < deadline; )
    await work().catch((error) => expect(String(error)).toContain('broken cannot go on'))
  expect(heard).toEqual(['first', 'last'])
  isBroken = false
  expect(await work()).toBe(1)
  expect(heard).toEqual(['first', 'last', 'broken'])
  expect((await sql.query('select 1 from checkpoint')).rowCount).toBe(3)
})
