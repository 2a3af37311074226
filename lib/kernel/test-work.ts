import { expect, vi } from 'vitest'
import { sql } from './db'
import { work } from './worker'

/**
 * Works until the check holds. Policies wait for every older transaction of the whole server, whichever test holds it
 * open.
 */
export const settle = (check: () => unknown) =>
  vi.waitFor(
    async () => {
      while ((await work()) > 0);
      await check()
    },
    { timeout: 20_000, interval: 50 },
  )

/** Works until the policy has read the whole log. */
export const drain = (policy: string) =>
  settle(async () => {
    const { rows } = await sql.query(
      'select 1 from event where (tx_id, position) > (select tx_id, position from checkpoint where name = $1)',
      [policy],
    )
    expect(rows).toEqual([])
  })
