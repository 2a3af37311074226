// The longest first: «choynaklarimizni» loses ni, imiz and lar, one after another.
const endings = [
  'ingizning', 'imizning', 'larning', 'ingiz', 'larni', 'lardan', 'larga', 'larda', 'gacha', 'ning', 'imiz', 'dagi',
  'lari', 'cha', 'dan', 'lar', 'lik', 'siz', 'si', 'ni', 'ga', 'ka', 'qa', 'da', 'li', 'im', 'i',
] // biome-ignore format: a list of endings reads as a list

const SHORTEST = 4

const strip = (word: string): string | null => {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST)
  return ending === undefined ? null : word.slice(0, -ending.length)
}

/** k and q turn to g before a vowel: choynak — choynagi, pichoq — pichogʻi. */
function turned(stem: string): string[] {
  const start = stem.slice(0, -1)
  if (/[kq]$/.test(stem)) return [`${start}g`]
  return stem.endsWith('g') ? [`${start}k`, `${start}q`] : []
}

/** Beginnings that other forms of the same Uzbek word may have; the word is folded. */
export function uzbekForms(word: string): string[] {
  const stems: string[] = []
  for (let stem = strip(word); stem !== null && stems.length < 3; stem = strip(stem)) stems.push(stem)
  const all = [word, ...stems].filter((stem) => stem.length >= SHORTEST)
  return [...new Set([...stems, ...all.flatMap(turned)])]
}

const respelt: readonly ((word: string) => string)[] = [
  // h and x are mixed up by everybody: Xiva, Hiva.
  (word) => word.replace(/(?<![sc])h/g, 'x'),
  (word) => word.replace(/x/g, 'h'),
  // As in messages: wahar, 4oynak.
  (word) => word.replace(/w/g, 'sh').replace(/4(?=\p{L})|(?<=\p{L})4/gu, 'ch'),
  // Russian in Latin letters: nozh, tsvet, khalat.
  (word) => word.replace(/zh/g, 'j').replace(/ts/g, 's').replace(/kh/g, 'x'),
]

/** How else the same word is spelt; the word is folded. */
export const mixedLetters = (word: string): string[] =>
  [...new Set(respelt.map((spell) => spell(word)))].filter((other) => other !== word)

const MOST_DOUBTFUL = 3

/** A Russian keyboard has neither қ nor ў: козон is қозон, кук is кўк. Every other way to read the folded word. */
export function russianKeys(word: string): string[] {
  const doubtful = [...word.matchAll(/k|(?<!y)u/g)].slice(0, MOST_DOUBTFUL).map(({ index }) => index)
  const read = doubtful.reduce<string[]>(
    (all, at) => all.flatMap((one) => [one, one.slice(0, at) + (one[at] === 'k' ? 'q' : 'o') + one.slice(at + 1)]),
    [word],
  )
  return read.slice(1)
}
