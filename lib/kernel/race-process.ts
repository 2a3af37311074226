import { setTimeout as pause } from 'node:timers/promises'
import { sql, transact } from './db'
import type { Decider, DomainEvent } from './decider'
import { drain, handle } from './event-store'
import { ok } from './result'

// One process of race.db.test.ts: `append <n>` writes to eight streams, `react` drains until writers have ended.
type Added = DomainEvent & { type: 'Added'; data: { n: number } }
const counter: Decider<number, null, Added, never> = {
  stream: 'race',
  initial: 0,
  decide: (n) => ok([{ type: 'Added', data: { n: n + 1 } }]),
  evolve: (n) => n + 1,
}

const [role, amount = '0'] = process.argv.slice(2)

const appendOne = () =>
  transact(async (tx) => {
    const result = await handle(tx, counter, String(Math.floor(Math.random() * 8)), null, { actorId: role ?? '' })
    if (Math.random() < 0.08) await pause(25)
    return result
  }, 200)

const react = () =>
  transact((tx) =>
    drain(tx, 'race', async (inner, event) => {
      await inner.query('insert into seen (stream_id, version) values ($1, $2)', [event.streamId, event.version])
    }),
  )

const written = async () => (await sql.query<{ n: number }>('select count(*)::int as n from event')).rows[0]?.n ?? 0

if (role === 'append')
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let i = 0; i < Number(amount); i++) await appendOne()
    }),
  )
else if (role === 'react') while ((await written()) < 960) (await react()) || (await pause(5))
else while ((await react()) > 0);
process.exit(0)
