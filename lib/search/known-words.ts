import { prepared, type Tx } from '@/lib/kernel/db'
import { type Group, type Term, termText, type Wording } from './terms'

/** A beginning of more words than these is looked for as a beginning. */
const MOST_WORDS = 30
/** Above all letters. */
const last = `chr(1114111)`

const lookUp = prepared(`
  select t.word, t.prefix,
         case when t.prefix then array(select w.word from search_word w
                where w.word ~>=~ t.word and w.word ~<~ (t.word || ${last}) limit ${MOST_WORDS + 1})
              else array(select w.word from search_word w where w.word = t.word) end as found
    from unnest($1::text[], $2::boolean[]) t(word, prefix)`)

/** The words of the index that a term means; null: too many, or of a kind that nobody keeps a list of. */
export type KnownWords = (term: Term) => readonly string[] | null

const key = ({ word, prefix }: Term) => `${word}${prefix ? '*' : ''}`
const isListed = ({ word }: Term) => /^\p{L}{3,40}$/u.test(word)

export async function readKnownWords(groups: readonly Group[], tx: Tx): Promise<KnownWords> {
  const terms = new Map<string, Term>()
  for (const { exact, wide } of groups)
    for (const term of [exact, ...wide].flat()) if (isListed(term)) terms.set(key(term), term)
  if (terms.size === 0) return () => null
  const asked = [...terms.values()]
  const { rows } = await tx.query<{ word: string; prefix: boolean; found: string[] }>(lookUp, [
    asked.map(({ word }) => word),
    asked.map(({ prefix }) => prefix),
  ])
  const found = new Map(rows.map((row) => [key(row), row.found.length > MOST_WORDS ? null : row.found]))
  return (term) => found.get(key(term)) ?? null
}

const mayBe = (wording: Wording, known: KnownWords) => wording.every((term) => known(term)?.length !== 0)

/** The group without wordings that no product has. */
export const aliveOf = (group: Group, known: KnownWords): Group => ({
  ...group,
  wide: group.wide.filter((wording) => mayBe(wording, known)),
})

/** Has any product one of its wordings? Of codes nobody keeps a list: they are believed. */
export const isKnown = ({ exact, wide }: Group, known: KnownWords): boolean =>
  [exact, ...wide].some((wording) =>
    wording.every((term) => (isListed(term) ? known(term)?.length !== 0 : /\d/.test(term.word))),
  )

/** A tsquery's text in which beginnings are the words that they may become: an index reads those without a detour. */
export function spelledText({ exact, wide }: Group, known: KnownWords): string {
  const spelled = (term: Term) => {
    const words = term.prefix ? known(term) : null
    return words === null ? termText(term) : `(${words.map((word) => termText({ word, prefix: false })).join(' | ')})`
  }
  return [...new Set([exact, ...wide].map((wording) => `(${wording.map(spelled).join(' & ')})`))].join(' | ')
}
