import { type Prepared, packing, poolBeside, prepared, type Tx } from '@/lib/kernel/db'

/**
 * A search asks for a few of what may be many or none, and there the planner likes to hope: it reads a table from end to
 * end because it expects the first few soon. Over a million products that is seconds, so it may not. Two seconds are the
 * most that any search may take. Both are settings of connections that only searches use: a question is one statement.
 */
const care = '-c enable_seqscan=off -c statement_timeout=2000'
const once = '-c plan_cache_mode=force_generic_plan'

/** For the questions of a search; each may travel by another connection. */
export const searching: Tx = {
  query: (text, params) => poolBeside(care).query(text as string, params as unknown[]) as never,
}

/**
 * For a long statement that is best answered in one way, whatever its words are: a plan made anew for each asking takes
 * longer than much of its work. A setting of its own connections, because one that travels costs as much.
 */
export const plannedOnce: Tx = {
  query: (text, params) => poolBeside(`${care} ${once}`).query(text as string, params as unknown[]) as never,
}

/**
 * For a page of what is known to fit many goods: the index in the list's order comes upon them soon. The planner cannot
 * know that values go together, takes them for rare and would gather and sort them all.
 */
export async function walking<Row extends object>(text: string, params: unknown[]): Promise<Row[]> {
  const client = await poolBeside(care).connect()
  let broken: Error | undefined
  try {
    const tx = packing(client)
    const settled = await Promise.allSettled([
      tx.query('begin read only'),
      tx.query(`select set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`),
      tx.query<Row>(text, params),
      tx.query('commit'),
    ])
    const [, , found] = settled
    if (found.status === 'rejected') throw found.reason
    return found.value.rows
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

const OFTEN = 5
const MOST_KEPT = 32
const MOST_COUNTED = 1_000
/** How often each was asked, or its name once it was often enough; no more than a connection has room for. */
const shared = globalThis as { bozorOften?: Map<string, number | Prepared>; bozorOftenKept?: number }

/** A statement whose text depends on what is asked: the first that come again and again are parsed once a connection. */
export function preparedIfOften(text: string): string | Prepared {
  const known = (shared.bozorOften ??= new Map())
  const found = known.get(text) ?? 0
  if (typeof found !== 'number') return found
  const kept = shared.bozorOftenKept ?? 0
  if (kept >= MOST_KEPT) return text
  if (found + 1 < OFTEN) {
    if (found > 0 || known.size < MOST_COUNTED) known.set(text, found + 1)
    return text
  }
  shared.bozorOftenKept = kept + 1
  const named = prepared(text)
  known.set(text, named)
  return named
}
