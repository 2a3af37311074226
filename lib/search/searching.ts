import { type Tx, together, transact } from '@/lib/kernel/db'

/**
 * A search asks for a few of what may be many or none, and there the planner likes to hope: it reads a table from end to
 * end because it expects the first few soon. Over a million products that is seconds, so it may not. Two seconds are the
 * most that any search may take.
 */
const careful = `select set_config('enable_seqscan', 'off', true), set_config('statement_timeout', '2000', true)`

export const searching: Tx = {
  query: (text, params) =>
    transact(async (tx) => {
      const [, found] = await together([tx.query(careful), tx.query(text, params)])
      return found as never
    }),
}
