import { sql } from '@/lib/kernel/db'
import { words } from './normalize'
import { splitUnwanted } from './read-wording'

const MOST_WORDS = 6
/** Farther than a typing mistake, nearer than chance. */
const LEAST_ALIKE = 0.35

/** The same question in words that somebody sells by; null where none is near, or all are known already. */
export async function nearQuery(q: string): Promise<string | null> {
  const asked = words(splitUnwanted(q).wanted).slice(0, MOST_WORDS)
  if (asked.length === 0) return null
  const { rows } = await sql.query<{ near: string | null }>(
    `select (select w.word from search_word w where w.word % a.word and w.spellings <> '{}' and similarity(w.word, a.word) >= $2
              order by similarity(w.word, a.word) desc, w.word limit 1) as near
       from unnest($1::text[]) with ordinality a(word, place) order by a.place`,
    [asked, LEAST_ALIKE],
  )
  const near = rows.flatMap((row) => row.near ?? [])
  return near.length === 0 || near.join(' ') === asked.join(' ') ? null : near.join(' ')
}
