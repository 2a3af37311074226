import { type Tx, transact } from '@/lib/kernel/db'

/**
 * A search asks for a few of what may be many or none, and there the planner likes to hope: it reads a table from end to
 * end because it expects the first few soon. Over a million products that is seconds, so it may not. Two seconds are the
 * most that any search may take.
 */
const limits = `select set_config('enable_seqscan', 'off', true), set_config('statement_timeout', '2000', true)`

/** Everything that one search asks, over one connection: the limits are said once. */
export const searching = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  transact(async (tx) => {
    // Travels with the first question; what it fails of, that fails, too.
    tx.query(limits).catch(() => undefined)
    return work(tx)
  })

/**
 * For a page of what is known to fit many goods: the index in the list's order comes upon them soon. The planner cannot
 * know that values go together, takes them for rare and would gather and sort them all. Holds for the rest of the search.
 */
export const walkFromHere = (tx: Tx): void => {
  tx.query(`select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`).catch(
    () => undefined,
  )
}
