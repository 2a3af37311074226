import type { Tx } from '@/lib/kernel/db'
import { spellings } from './document'
import { type Group, term } from './terms'
import { uzbekForms } from './uzbek-forms'

/** Edits between two words: a letter more, less, another, or two neighbours swapped. Stops counting above `most`. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let older: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (older[j - 2] ?? most) + 1 : most + 1
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1), swap))
    }
    if (Math.min(...row) > most) return most + 1
    older = above
    above = row
  }
  return Math.min(above[b.length] ?? most + 1, most + 1)
}

const SHORTEST = 4
const TWO_EDITS_FROM = 7
const MOST_GUESSES = 6

type Row = { asked: string; known: boolean; near: string[]; alike: string[] }

/** Is the word known, what is one letter away, and for long words what looks alike: three index reads a word. */
const lookUp = `
  select a.word as asked,
         exists(select from search_word w where w.word = a.word) as known,
         array(select w.word from search_word w where w.spellings && a.spellings limit 60) as near,
         array(select w.word from search_word w
                where length(a.word) >= ${TWO_EDITS_FROM} and w.word % a.word and w.spellings <> '{}'
                order by similarity(w.word, a.word) desc limit 8) as alike
    from (select g.value->>'word' as word,
                 array(select jsonb_array_elements_text(g.value->'spellings')) as spellings
            from jsonb_array_elements($1::jsonb) g) a`

/** The known words that a misspelt one may be, the likeliest first. */
export function guesses({ asked, near, alike }: Pick<Row, 'asked' | 'near' | 'alike'>): string[] {
  const worth = (word: string) => ({ word, edits: editsBetween(asked, word, 2), first: word[0] === asked[0] ? 0 : 1 })
  const one = near.map(worth).filter(({ edits }) => edits === 1)
  const two = one.length > 0 ? [] : alike.map(worth).filter(({ edits }) => edits <= 2)
  return [...one, ...two]
    .sort((a, b) => a.edits - b.edits || a.first - b.first || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_GUESSES)
    .map(({ word }) => word)
}

/** Words that nothing bears are widened by what they may have been meant to be. */
export async function correctTypos(
  groups: readonly Group[],
  isFound: (group: Group) => boolean,
  tx: Tx,
): Promise<{ groups: Group[]; corrected: Record<string, string> }> {
  const asked = (group: Group) =>
    group.exact.length !== 1 || isFound(group)
      ? []
      : [group.said, ...uzbekForms(group.said)].filter((word) => word.length >= SHORTEST && !/\d/.test(word))
  const words = [...new Set(groups.flatMap(asked))].slice(0, 12)
  if (words.length === 0) return { groups: [...groups], corrected: {} }
  const given = words.map((word) => ({ word, spellings: spellings(word) }))
  const { rows } = await tx.query<Row>(lookUp, [JSON.stringify(given)])
  const corrected: Record<string, string> = {}
  const widened = groups.map((group) => {
    const meant = asked(group).flatMap((word) =>
      rows.filter((row) => row.asked === word && !row.known).flatMap(guesses),
    )
    if (meant[0] === undefined) return group
    corrected[group.said] = meant[0]
    return { ...group, wide: [...group.wide, ...meant.map((word) => [term(word, word.length > 4)])] }
  })
  return { groups: widened, corrected }
}
