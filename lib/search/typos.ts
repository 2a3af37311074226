import { prepared, type Tx } from '@/lib/kernel/db'
import { spellings } from './document'
import { editsBetween } from './edits-between'
import type { KnownRules } from './known-rules'
import { wordingOf } from './synonyms'
import { type Group, term } from './terms'
import { uzbekForms } from './uzbek-forms'

const SHORTEST = 4
const TWO_EDITS_FROM = 7
const MOST_GUESSES = 6
const MOST_ASKED = 12

type Row = { asked: string; known: boolean; near: string[]; alike: string[] }

/** Is the word known, what is one letter away, and for long words what looks alike: three index reads a word. */
const lookUp = prepared(`
  select a.word as asked,
         exists(select from search_word w where w.word = a.word) as known,
         array(select w.word from search_word w where w.spellings && a.spellings limit 60) as near,
         array(select w.word from search_word w
                where length(a.word) >= ${TWO_EDITS_FROM} and w.word % a.word and w.spellings <> '{}'
                order by similarity(w.word, a.word) desc limit 8) as alike
    from (select g.value->>'word' as word,
                 array(select jsonb_array_elements_text(g.value->'spellings')) as spellings
            from jsonb_array_elements($1::jsonb) g) a`)

const lettersOf = (word: string): string => [...new Set(word)].sort().join('')

type Guess = { word: string; edits: number; worth: number }

/** Another first letter is a rare slip, and of a short word leaves another word; swapped or doubled letters are common. */
function guessesOf({ asked, near, alike }: Omit<Row, 'known'>): Guess[] {
  const guess = (word: string): Guess => ({
    word,
    edits: editsBetween(asked, word, 2),
    worth: (word[0] === asked[0] ? 0 : 2) + (lettersOf(word) === lettersOf(asked) ? 0 : 1),
  })
  const one = near.map(guess).filter(({ edits, worth }) => edits === 1 && (worth < 2 || asked.length > SHORTEST))
  return one.length > 0 ? one : alike.map(guess).filter(({ edits }) => edits <= 2)
}

/** The known words that a misspelt one, with and without its endings, may be: those with the fewest slips. */
export function guesses(rows: readonly Omit<Row, 'known'>[]): string[] {
  const all = rows.flatMap(guessesOf)
  const fewest = Math.min(...all.map(({ edits }) => edits))
  const best = all
    .filter(({ edits }) => edits === fewest)
    .sort((a, b) => a.worth - b.worth || (a.word < b.word ? -1 : 1))
  return [...new Set(best.map(({ word }) => word))].slice(0, MOST_GUESSES)
}

async function lookFor(words: readonly string[], tx: Tx): Promise<Row[]> {
  const asked = [...new Set(words)].filter((word) => word.length >= SHORTEST && !/\d/.test(word)).slice(0, MOST_ASKED)
  if (asked.length === 0) return []
  const given = asked.map((word) => ({ word, spellings: spellings(word) }))
  const { rows } = await tx.query<Row>(lookUp, [JSON.stringify(given)])
  return rows.filter(({ known }) => !known)
}

const formsOf = (said: string) => [said, ...uzbekForms(said)]
/** A market that says «kitobi» and «kitoblar» need not know «kitob». */
const endedOf = (said: string) => ['i', 'lar'].map((ending) => said + ending)

/** Words that nothing bears are widened by what they may have been meant to be. */
export async function correctTypos(
  groups: readonly Group[],
  isFound: (group: Group) => boolean,
  near: KnownRules['near'],
  tx: Tx,
): Promise<{ groups: Group[]; corrected: Record<string, string> }> {
  const wrong = groups.filter((group) => group.exact.length === 1 && !isFound(group)).map(({ said }) => said)
  if (wrong.length === 0) return { groups: [...groups], corrected: {} }
  const rows = await lookFor(wrong.flatMap(formsOf), tx)
  const ofWords = (words: readonly string[]) => guesses(rows.filter(({ asked }) => words.includes(asked)))
  const helpless = wrong.filter((said) => ofWords(formsOf(said)).length === 0 && near(formsOf(said)).length === 0)
  if (helpless.length > 0) rows.push(...(await lookFor(helpless.flatMap(endedOf), tx)))
  const corrected: Record<string, string> = {}
  const widened = groups.map((group) => {
    if (!wrong.includes(group.said)) return group
    const written = ofWords(formsOf(group.said))
    const meant = written.length > 0 ? written : ofWords(endedOf(group.said))
    const same = near(formsOf(group.said))
    const first = meant[0] ?? same[0]?.key
    if (first === undefined) return group
    corrected[group.said] = first
    const words = meant.map((word) => [term(word, word.length > 4)])
    return { ...group, wide: [...group.wide, ...words, ...same.flatMap(({ terms }) => terms.map(wordingOf))] }
  })
  return { groups: widened, corrected }
}
