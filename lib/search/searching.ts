import { type Tx, together, transact } from '@/lib/kernel/db'

/**
 * A search asks for a few of what may be many or none, and there the planner likes to hope: it reads a table from end to
 * end because it expects the first few soon. Over a million products that is seconds, so it may not. Two seconds are the
 * most that any search may take.
 */
const limits = `set_config('enable_seqscan', 'off', true), set_config('statement_timeout', '2000', true)`

const asking = (settings: string): Tx => ({
  query: (text, params) =>
    transact(async (tx) => {
      const [, found] = await together([tx.query(`select ${settings}`), tx.query(text, params)])
      return found as never
    }),
})

export const searching: Tx = asking(limits)

/**
 * For a page of what is known to fit many goods: the index in the list's order comes upon them soon. The planner cannot
 * know that values go together, takes them for rare and would gather and sort them all.
 */
export const walking: Tx = asking(
  `${limits}, set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`,
)
