const pairs: readonly (readonly [string, string])[] = [
  ['oʻ', 'ў'],
  ['gʻ', 'ғ'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['yo', 'ё'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['a', 'а'],
  ['b', 'б'],
  ['d', 'д'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'ҳ'],
  ['i', 'и'],
  ['j', 'ж'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['q', 'қ'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['x', 'х'],
  ['y', 'й'],
  ['z', 'з'],
  ['ʼ', 'ъ'],
]
const intoCyrillic = new Map(pairs)
const intoLatin = new Map(pairs.map(([latin, cyrillic]) => [cyrillic, latin]))

const strokes = /[\u02bc\u2018\u2019\u201b\u0060\u00b4\u2032\u02b9\uff07']/g

/** Every stroke that a keyboard has becomes the letter that it stands for: oʻ, gʻ with U+02BB, else U+02BC. */
export const spellUzbek = (text: string): string =>
  text.replace(/([oOgG])[\u02bb\u02bc\u2018\u2019\u201b\u0060\u00b4\u2032\u02b9\uff07']/g, '$1ʻ').replace(strokes, 'ʼ')

const isUpper = (letter: string) => letter !== letter.toLowerCase()
const cased = (model: string, text: string) =>
  isUpper(model[0] ?? '') ? (text[0] ?? '').toUpperCase() + text.slice(1) : text

// At the start of a word and after a vowel `е` is «ye»; elsewhere it is plain «e».
const soft = /(^|[^\p{L}]|[aeiou]|oʻ)$/iu

function letterAt(text: string, at: number): [string, number] {
  const two = text.slice(at, at + 2)
  const before = soft.test(text.slice(Math.max(0, at - 2), at))
  const low = two.toLowerCase()
  if (low === 'ye' && before) return [cased(two, 'е'), 2]
  if (low[0] === 'e') return [cased(two, before ? 'э' : 'е'), 1]
  // `sʼh` is s and h, each for itself.
  if (low === 'sʼ' && text[at + 2]?.toLowerCase() === 'h') return [cased(two, 'с'), 2]
  // `yoʻl` is y and oʻ, not yo.
  if (low === 'yo' && text[at + 2] === 'ʻ') return [cased(two, 'й'), 1]
  const pair = intoCyrillic.get(low)
  if (pair !== undefined && two.length === 2) return [cased(two, pair), 2]
  const one = text[at] ?? ''
  return [cased(one, intoCyrillic.get(one.toLowerCase()) ?? one.toLowerCase()), 1]
}

/** Uzbek Latin in Uzbek Cyrillic. Any of the strokes may stand for the letters' own. */
export function toCyrillic(text: string): string {
  const source = spellUzbek(text)
  let result = ''
  for (let at = 0; at < source.length; ) {
    const [letter, length] = letterAt(source, at)
    result += letter
    at += length
  }
  return result
}

const others: Record<string, string> = { э: 'e', ц: 's', щ: 'sh', ы: 'i', ь: '' }
const vowelBefore = /(^|[^\p{L}]|[аеёиоуэюяўыъь])$/iu

/** Uzbek Cyrillic in Uzbek Latin. */
export function toLatin(text: string): string {
  const letters = [...text.normalize('NFC')]
  return letters
    .map((letter, at) => {
      const low = letter.toLowerCase()
      const before = letters.slice(Math.max(0, at - 1), at).join('')
      if (low === 'е') return cased(letter, vowelBefore.test(before) ? 'ye' : 'e')
      if (low === 'с' && letters[at + 1]?.toLowerCase() === 'ҳ') return cased(letter, 'sʼ')
      return cased(letter, intoLatin.get(low) ?? others[low] ?? low)
    })
    .join('')
}
