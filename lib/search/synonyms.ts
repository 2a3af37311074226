import type { KnownRules } from './known-rules'
import { normalize } from './normalize'
import type { Stems, Token } from './read-wording'
import { type Group, term, type Wording } from './terms'
import { mixedLetters, uzbekForms } from './uzbek-forms'

type Known = Stems & Pick<KnownRules, 'synonyms'>

/** So many words together may be a synonym of the operator's. */
const LONGEST = 3

const runOf = (tokens: readonly Token[], from: number, length: number): string =>
  tokens
    .slice(from, from + length)
    .flatMap(({ words }) => words)
    .join(' ')

/** What a synonym is looked for by. */
export const wordingOf = (text: string): Wording =>
  normalize(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => term(word, word.length > 3))

/** The keys by which one word may be known: folded, without its endings, of the other keyboard, stemmed. */
const keysOf = ({ words, swapped, cyrillic, swappedCyrillic }: Token, { russian, english }: Stems): string[] => [
  words.join(' '),
  swapped.join(' '),
  ...[...words, ...swapped].flatMap((word) => [...uzbekForms(word), ...mixedLetters(word), english[word] ?? '']),
  ...[...cyrillic, ...swappedCyrillic].flatMap((word) => russian[word] ?? []),
]

/** Words that are a synonym together become one, widened by the others of its line; the longest run first. */
export function applySynonyms(tokens: readonly Token[], groups: readonly Group[], known: Known): Group[] {
  const result: Group[] = []
  for (let at = 0; at < groups.length; ) {
    const [group, length] = longestAt(tokens, groups, known, at)
    result.push(group)
    at += length
  }
  return result
}

function longestAt(tokens: readonly Token[], groups: readonly Group[], known: Known, at: number): [Group, number] {
  const alone = groups[at] ?? { said: '', exact: [], wide: [] }
  for (let length = Math.min(LONGEST, groups.length - at); length > 0; length -= 1) {
    const token = tokens[at]
    const keys = length > 1 || token === undefined ? [runOf(tokens, at, length)] : keysOf(token, known)
    const found = known.synonyms(keys.filter((key) => key !== ''))
    if (found.length === 0) continue
    const wide = found.flatMap((line) => line.terms.map(wordingOf))
    if (length === 1) return [{ ...alone, wide: [...alone.wide, ...wide] }, 1]
    const said = runOf(tokens, at, length)
    return [{ said, exact: said.split(' ').map((word) => term(word)), wide }, length]
  }
  return [alone, 1]
}
