import { prepared, type Tx } from '@/lib/kernel/db'
import type { Stem } from './document'

/** More than the words of a large market; on `globalThis`, because Next bundles this file more than once per process. */
const MOST = 50_000
const shared = globalThis as { bozorStems?: Map<string, string | null> }

// As PostgreSQL's Russian configuration does it: Latin words by the English rules, words with figures not at all.
const ask = prepared(`
  select w as word, case when w ~ '[0-9]' then w when w ~ '^[a-z]+$' then (ts_lexize('english_stem', w))[1]
                         else (ts_lexize('russian_stem', w))[1] end as stem
    from unnest($1::text[]) w`)

/** The dictionary's answers for these words; each word is asked for once per process. */
export async function readStems(tx: Tx, words: readonly string[]): Promise<Stem> {
  const known = (shared.bozorStems ??= new Map())
  if (known.size > MOST) known.clear()
  const missing = [...new Set(words)].filter((word) => !known.has(word))
  if (missing.length > 0) {
    const { rows } = await tx.query<{ word: string; stem: string | null }>(ask, [missing])
    for (const { word, stem } of rows) known.set(word, stem)
  }
  return (word) => known.get(word) ?? null
}
