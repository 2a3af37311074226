import { term, type Wording } from './terms'

/** Signs of units as they stand in goods and as people write them, folded. */
const units = [
  'l litr liter litre',
  'ml millilitr millilitre milliliter',
  'g gr gramm gram',
  'kg kilogramm kilogram kilo',
  'sm cm santimetr centimetre centimeter',
  'mm millimetr millimetre millimeter',
  'm metr metre meter',
  'gb gigabayt gigabyte',
  'tb terabayt terabyte',
  'vt w vatt watt',
  'mah mach',
  'dona sht shtuk pcs',
].map((line) => line.split(' '))

const byWord = new Map(units.flatMap((line) => line.map((word) => [word, line] as const)))

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
