import { units } from '@/lib/i18n/units'
import { normalize } from './normalize'
import { term, type Wording } from './terms'

/** Signs of units as they stand in goods and as people write them, folded; of those that have other names. */
const lines = units.flatMap(({ uz, ru, en, words }) => {
  const names = [uz, ru, en, ...words].map(normalize).filter((name) => /^\S+$/.test(name))
  return words.length === 0 ? [] : [[...new Set(names)]]
})

const byWord = new Map(lines.flatMap((line) => line.map((word) => [word, line] as const)))

/** A unit by its other names. */
export const unitNames = (word: string): readonly string[] => (byWord.get(word) ?? []).filter((name) => name !== word)

/** `128gb` → 128 and gb, `s23` → s and 23; nothing for a word that is all letters or all figures. */
export function figuresApart(word: string): Wording[] {
  const parts = word.match(/\d+|\D+/g) ?? []
  if (parts.length !== 2) return []
  const [first = '', second = ''] = parts
  const names = [second, ...unitNames(second)]
  return names.map((name) => [term(first), term(name)])
}

/** `s` and `23`, `128` and `gb`: one thing, however it is cut. */
export const belongTogether = (first: string, second: string): boolean =>
  (/^\p{L}{1,3}$/u.test(first) && /^\d{1,4}$/.test(second)) ||
  (/^\d{1,4}$/.test(first) && (/^\p{L}$/u.test(second) || byWord.has(second)))
