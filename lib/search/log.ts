import { sql } from '@/lib/kernel/db'
import { log } from '@/lib/kernel/log'
import { normalize } from './normalize'
import { splitUnwanted } from './read-wording'

const FLUSH_AFTER_MS = 2_000
const MOST_WAITING = 500

type Waiting = { locale: string; query: string; times: number; found: number }
/** On `globalThis`, because Next bundles this file more than once per process. */
const shared = globalThis as { bozorSearches?: Map<string, Waiting>; bozorSearchTimer?: NodeJS.Timeout }

/** A telephone number, a card or an address of mail typed into the box is nobody's business. */
const isPersonal = (q: string): boolean => q.includes('@') || /\d(?:[\s()+-]*\d){6}/.test(q)

/** Counts a search: who asked is not known here. Written some at a time, so that reading stays reading. */
export function noteSearch(q: string, locale: string, found: number): void {
  const words = normalize(q).slice(0, 80)
  // What was left out says nothing of what there is.
  if (words.length < 2 || isPersonal(q) || splitUnwanted(q).unwanted !== '') return
  const waiting = (shared.bozorSearches ??= new Map())
  const key = `${locale} ${words}`
  if (!waiting.has(key) && waiting.size >= MOST_WAITING) return
  waiting.set(key, { locale, query: words, times: (waiting.get(key)?.times ?? 0) + 1, found })
  shared.bozorSearchTimer ??= setTimeout(() => {
    flushSearches().catch((error) => log.error({ err: error }, 'search log'))
  }, FLUSH_AFTER_MS).unref()
}

/** Writes what waits, in one statement. */
export async function flushSearches(): Promise<void> {
  clearTimeout(shared.bozorSearchTimer)
  delete shared.bozorSearchTimer
  const rows = [...(shared.bozorSearches?.values() ?? [])].sort((a, b) =>
    a.locale + a.query < b.locale + b.query ? -1 : 1,
  )
  shared.bozorSearches?.clear()
  if (rows.length === 0) return
  await sql.query(
    `insert into search_log (day, locale, query, times, found)
     select current_date, locale, query, times, found
       from jsonb_to_recordset($1::jsonb) as r(locale text, query text, times int, found int)
     on conflict (day, locale, query) do update set times = search_log.times + excluded.times, found = excluded.found`,
    [JSON.stringify(rows)],
  )
}
