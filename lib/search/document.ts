import { createHash } from 'node:crypto'
import { normalize } from './normalize'

/** Grows when documents are made otherwise: an older index is written anew by the worker. */
export const documentVersion = 4

type Locale = 'uz' | 'ru' | 'en'
type Texts = { readonly [locale in Locale]?: string | undefined }

export type DocumentParts = {
  /** A locale without a title is not written: nothing else is read in it. */
  title: Texts
  /** Its own and all above. */
  categories: readonly Texts[]
  brand: string
  shop: string
  attributes: { readonly [locale in Locale]?: readonly string[] | undefined }
  description: Texts
  skus: readonly string[]
  /** Ids of its shop and categories: a search inside one of them never meets the others' goods. */
  within: readonly string[]
}

/** What the dictionary makes of a word; null: it says nothing, such as «и». */
export type Stem = (word: string) => string | null

/** `title`: a folded line for each language, each after a line break. `tsv`: the text of a tsvector. */
export type SearchDocument = { title: string; tsv: string; digest: string; learned: LearnedWords }

/** `named`: of titles, brands and categories; a misspelt word may be one of them. */
export type LearnedWords = { named: string[]; said: string[] }

const MOST_KNOWN = 20_000
const DESCRIBED = 2000

/** Names of categories, values and sentences come again and again: folded once, while there is room. */
const remembering = (make: (text: string) => readonly string[]) => {
  const known = new Map<string, readonly string[]>()
  return (text: string): readonly string[] => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= MOST_KNOWN) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

const wordsOf = (text: string) => [...new Set(text.split(' '))].filter((word) => word !== '' && word.length < 500)

/** For a dictionary that knows inflections: its own letters, ё as е. */
export const plainCyrillic = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const folded = remembering((text) => wordsOf(normalize(text)))
const plain = remembering((text) => wordsOf(plainCyrillic(text)))

const keyOf = (folded: string) => `=${folded.replaceAll(' ', '').slice(0, 60)}`
/** A code is one word, however it is cut: `RIKU-00001-1` → `=riku000011`. */
export const codeKey = (code: string): string => keyOf(normalize(code))
export const withinKey = (id: string): string => `#${id}`

const order = ['uz', 'ru', 'en'] as const
const written = ({ title }: DocumentParts) => order.filter((locale) => title[locale])

/** Uzbek has no dictionary: its endings are taken from what is asked. */
const inflected = (parts: DocumentParts) => written(parts).filter((locale) => locale !== 'uz')

const nameIn = (name: Texts, locale: Locale) => name[locale] ?? name.uz ?? name.ru ?? name.en ?? ''

/** What `Stem` will be asked for. */
export const stemmedWords = (parts: DocumentParts): string[] =>
  inflected(parts).flatMap((locale) =>
    [
      parts.title[locale] ?? '',
      ...parts.categories.map((name) => nameIn(name, locale)),
      ...(parts.attributes[locale] ?? []),
    ].flatMap((text) => [...plain(text)]),
  )

type Weight = 'A' | 'B' | 'C' | 'D'
/** Folded. */
type Titles = readonly (readonly [Locale, string])[]

// `RIKU-00001-1`: the last figure of a code would make everything a find for «1 l».
const isTelling = (part: string) => !/^\d{1,2}$/.test(part)

/** Where a word stands best: title; brand, categories and codes; shop and attributes; description. */
function weigh(parts: DocumentParts, titles: Titles, codes: readonly string[], stem: Stem): Map<string, Weight> {
  const found = new Map<string, Weight>()
  const add = (words: readonly string[], weight: Weight) => {
    for (const word of words) {
      const known = found.get(word)
      if (known === undefined || weight < known) found.set(word, weight)
    }
  }
  const stems = (text: string, weight: Weight) =>
    add(
      plain(text).flatMap((word) => stem(word) ?? []),
      weight,
    )
  add(folded(parts.brand), 'B')
  add(folded(parts.shop), 'C')
  for (const code of codes) add(code.split(' ').filter(isTelling), 'B')
  for (const [locale, title] of titles) {
    const names = parts.categories.map((name) => nameIn(name, locale))
    const values = parts.attributes[locale] ?? []
    add(wordsOf(title), 'A')
    for (const name of names) add(folded(name), 'B')
    for (const value of values) add(folded(value), 'C')
    add(folded((parts.description[locale] ?? '').slice(0, DESCRIBED)), 'D')
    if (locale === 'uz') continue
    stems(parts.title[locale] ?? '', 'A')
    for (const text of [...names, ...values]) stems(text, 'B')
  }
  return found
}

// A word has one place, and the place says its weight: nothing here asks how near two words stand.
const places: Record<Weight, string> = { A: ':1A', B: ':2B', C: ':3C', D: ':4' }

const isLearned = (word: string) => /^\p{L}{3,40}$/u.test(word)

const digestOf = (text: string) => createHash('md5').update(`${documentVersion}\n${text}`).digest('base64url')

/** The same parts in any order give the same document, whether a seller, a seed or a rebuild writes it. */
export function documentOf(parts: DocumentParts, stem: Stem): SearchDocument {
  const titles = written(parts).map((locale) => [locale, normalize(parts.title[locale] ?? '')] as const)
  const codes = parts.skus.map(normalize).filter(Boolean)
  const lexemes: string[] = []
  const learned: LearnedWords = { named: [], said: [] }
  for (const [word, weight] of weigh(parts, titles, codes, stem)) {
    lexemes.push(`'${word}'${places[weight]}`)
    if (isLearned(word)) learned[weight <= 'B' ? 'named' : 'said'].push(word)
  }
  for (const key of new Set([...codes.map(keyOf), ...parts.within.map(withinKey)])) lexemes.push(`'${key}'`)
  const tsv = lexemes.sort().join(' ')
  const title = titles.map(([, text]) => `\n${text}`).join('')
  return { title, tsv, digest: digestOf(title + tsv), learned }
}

/** Every way to lose one letter of a word, and the word: two words one edit apart share one of them. */
export const spellings = (word: string): string[] => [
  ...new Set([word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))]),
]

/** What many documents teach, each word once. */
export function joinWords(all: readonly LearnedWords[]): LearnedWords {
  const named = new Set(all.flatMap((each) => each.named))
  const said = new Set(all.flatMap((each) => each.said))
  return { named: [...named], said: [...said].filter((word) => !named.has(word)) }
}

/** SQL that learns words, $1 those with a name's spellings, $2 the others; two at once take them in one order. */
export const learnWords = `
  insert into search_word (word, spellings)
  select w.word, w.spellings from (
    select word, array(select left(word, n - 1) || substr(word, n + 1) from generate_series(1, length(word)) n)
                 || word as spellings
      from unnest($1::text[]) word
    union all select word, '{}' from unnest($2::text[]) word) w
   where not exists (select from search_word known
                      where known.word = w.word and (known.spellings <> '{}' or w.spellings = '{}'))
   order by w.word
  on conflict (word) do update set spellings = excluded.spellings where search_word.spellings = '{}'`

/** SQL that forgets words which no document has any more, and spellings of those that name nothing any more. */
export const pruneWords = [
  `delete from search_word where word not in (select s.word from ts_stat('select tsv from search_document') s)`,
  `update search_word set spellings = '{}' where spellings <> '{}' and word not in
     (select s.word from ts_stat('select ts_filter(tsv, ''{a,b}'') from search_document') s)`,
]
