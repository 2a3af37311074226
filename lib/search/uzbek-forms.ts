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

/** h and x are mixed up by everybody: Xiva, Hiva. */
export const mixedLetters = (word: string): string[] => {
  const toX = word.replace(/(?<![sc])h/g, 'x')
  const toH = word.replace(/x/g, 'h')
  return [...new Set([toX, toH])].filter((other) => other !== word)
}
