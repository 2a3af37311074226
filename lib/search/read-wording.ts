import { plainCyrillic } from './document'
import { otherLayout } from './layout'
import { normalize } from './normalize'
import { type Group, type Term, term, type Wording } from './terms'
import { toCyrillic } from './transliterate'
import { figuresApart, unitNames } from './units'
import { mixedLetters, russianKeys, uzbekForms } from './uzbek-forms'

/** Below this many letters the beginning of a word says nothing: it would look through half the market. */
const OPEN_FROM = 3
const MOST_WORDS = 8

/** Words that only hold others together, and those of buying as such; all three languages, folded. */
const stopWords = new Set(
  [
    'va bilan uchun ham yoki bu i v s na dlya iz ot do po k ili so a the of for and with in on to or an',
    'narx narxi narxlar narxlari arzon sotib olish olaman kerak razmer razmeri olcham olchami',
    'kupit sena seni nedorogo deshevo deshevie zakazat razmera buy price cheap size',
  ].flatMap((line) => line.split(' ')),
)

/** One piece of what was typed: folded words, and what a dictionary has to stem. */
export type Token = {
  words: string[]
  cyrillic: string[]
  swapped: string[]
  swappedCyrillic: string[]
  /** Was it typed in Cyrillic? */
  onRussianKeys: boolean
}

const isCyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text)
const split = (text: string) => text.split(' ').filter(Boolean)

/** What the dictionary shall stem: Cyrillic as it is, Latin as if it were Russian in Latin letters. */
const stemSource = (text: string, words: readonly string[]): string[] => {
  if (isCyrillic(text)) return split(plainCyrillic(text))
  return words.length === 1 ? split(plainCyrillic(toCyrillic(text))) : []
}

function readToken(text: string): Token {
  const words = split(normalize(text)).map((word) => word.slice(0, 40))
  const other = otherLayout(text)
  const swapped = text.length < OPEN_FROM ? [] : split(normalize(other)).map((word) => word.slice(0, 40))
  return {
    words,
    cyrillic: stemSource(text, words),
    swapped: swapped.join(' ') === words.join(' ') ? [] : swapped,
    swappedCyrillic: isCyrillic(other) && text.length >= OPEN_FROM ? split(plainCyrillic(other)) : [],
    onRussianKeys: isCyrillic(text),
  }
}

/** «s 30» is a model, «с молоком» is not. */
const isEmpty = ({ words: [word = '', ...more], onRussianKeys }: Token, next: Token | undefined): boolean =>
  more.length === 0 &&
  stopWords.has(word) &&
  !(word.length === 1 && !onRussianKeys && /^\d{1,4}$/.test(next?.words.join('') ?? ''))

// «-chinni», not «te-00067-1» and not «-18».
const minus = /^[-–−](?=[\p{L}\p{N}])(?=.*\p{L})/u

/** Words behind a minus shall not be there; where nothing else is asked for, it is no minus. */
export function splitUnwanted(q: string): { wanted: string; unwanted: string } {
  const words = q.split(/\s+/).filter(Boolean)
  const wanted = words.filter((word) => !minus.test(word)).join(' ')
  if (normalize(wanted) === '') return { wanted: q, unwanted: '' }
  return { wanted, unwanted: words.flatMap((word) => (minus.test(word) ? word.slice(1) : [])).join(' ') }
}

/** The pieces of a query without its stop words, unless there is nothing else. */
export function readTokens(q: string): Token[] {
  const tokens = q
    .normalize('NFC')
    .slice(0, 200)
    .split(/\s+/)
    .map(readToken)
    .filter(({ words, swapped }) => words.length > 0 || swapped.length > 0)
  const telling = tokens.filter((token, at) => !isEmpty(token, tokens[at + 1]))
  return (telling.length > 0 ? telling : tokens).slice(0, MOST_WORDS)
}

/** Every word that PostgreSQL shall stem. */
export const toStem = (tokens: readonly Token[]): string[] => [
  ...new Set(tokens.flatMap(({ words, cyrillic, swappedCyrillic }) => [...words, ...cyrillic, ...swappedCyrillic])),
]

export type Stems = {
  russian: Readonly<Record<string, string | null>>
  english: Readonly<Record<string, string | null>>
}

const stemmed = (words: readonly string[], stems: Readonly<Record<string, string | null>>): Term[] | null => {
  const found = words.map((word) => stems[word] ?? null)
  const whole = found.every((stem) => stem !== null && stem.length > 1)
  return words.length > 0 && whole ? found.map((stem) => term(stem ?? '')) : null
}

const beginning = (words: readonly string[], open: boolean): Wording =>
  words.map((word, at) => term(word, open && at === words.length - 1 && word.length >= OPEN_FROM))

/** Other spellings of the word and of its beginnings. */
function respelt(word: string, spell: (word: string) => string[], last: boolean): Wording[] {
  const open = (other: string) => last && other.length >= OPEN_FROM
  const stems = uzbekForms(word).flatMap(spell)
  return [...spell(word).map((other) => [term(other, open(other))]), ...stems.map((stem) => [term(stem, true)])]
}

/** Everything that a piece may stand for; only the last one may be unfinished. */
export function toGroup(token: Token, last: boolean, stems: Stems): Group {
  const { words, cyrillic, swapped, swappedCyrillic, onRussianKeys } = token
  const single = words.length === 1 ? (words[0] ?? '') : ''
  const forms = (word: string): Wording[] => uzbekForms(word).map((stem) => [term(stem, true)])
  const wide: (Wording | null)[] = [
    beginning(words, last),
    ...(single === '' ? [] : forms(single)),
    ...(single === '' ? [] : respelt(single, mixedLetters, last)),
    ...(single !== '' && onRussianKeys ? respelt(single, russianKeys, last) : []),
    ...figuresApart(single),
    ...unitNames(single).map((name) => [term(name)]),
    stemmed(cyrillic, stems.russian),
    stemmed(/^[a-z]+$/.test(single) ? [single] : [], stems.english),
    beginning(swapped, last),
    ...(swapped.length === 1 ? forms(swapped[0] ?? '') : []),
    stemmed(swappedCyrillic, stems.russian),
  ]
  return {
    said: words.join(' '),
    exact: words.map((word) => term(word)),
    wide: wide.filter((wording) => wording !== null).filter((wording) => wording.length > 0),
  }
}

/** Letters from which a beginning is the same word with an ending. */
const SURELY_FROM = 5

/** A word that shall not be there, with its forms and other spellings. */
export function toUnwanted(token: Token, stems: Stems): Group {
  const { said, exact, wide } = toGroup(token, false, stems)
  const closed = (wording: Wording) => wording.map(({ word }) => term(word, word.length >= SURELY_FROM))
  return { said, exact, wide: [exact, ...wide].map(closed) }
}
