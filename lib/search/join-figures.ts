import type { Token } from './read-wording'
import { type Group, term } from './terms'
import { belongTogether, unitNames } from './units'

const oneWord = (group: Group | undefined): string => (group?.exact.length === 1 ? (group.exact[0]?.word ?? '') : '')

/** «s 23» is s23, too, and «128 gb» 128gb: a figure and what it belongs to are one group. */
export function joinFigures(tokens: readonly Token[], groups: readonly Group[]): [Token[], Group[]] {
  const kept: Token[] = []
  const joined: Group[] = []
  for (let at = 0; at < groups.length; at += 1) {
    const [group, next, token, other] = [groups[at], groups[at + 1], tokens[at], tokens[at + 1]]
    if (group === undefined || token === undefined) break
    const [first, second] = [oneWord(group), oneWord(next)]
    if (next === undefined || other === undefined || !belongTogether(first, second)) {
      kept.push(token)
      joined.push(group)
      continue
    }
    const apart = [second, ...unitNames(second)].map((name) => [term(first), term(name)])
    kept.push({ ...token, words: [...token.words, ...other.words], cyrillic: [], swapped: [], swappedCyrillic: [] })
    joined.push({ said: `${group.said} ${next.said}`, exact: apart[0] ?? [], wide: [...apart, [term(first + second)]] })
    at += 1
  }
  return [kept, joined]
}
