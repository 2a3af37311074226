import { normalize } from './normalize'

/** Grows when documents are made otherwise: an older index is written anew by the worker. */
export const documentVersion = 2

type DocumentParts = {
  locale: 'uz' | 'ru' | 'en'
  title: string
  /** Its own and all above. */
  categories: readonly string[]
  brand: string
  shop: string
  attributes: readonly string[]
  description: string
  skus: readonly string[]
  /** Ids of its shop and categories: a search inside one of them never meets the others' goods. */
  within: readonly string[]
}

const fold = (texts: readonly string[]) => [...new Set(texts.map(normalize).filter(Boolean))].join(' ')

/** For a dictionary that knows inflections: its own letters, ё as е. */
export const plainCyrillic = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A code is one word, however it is cut: `RIKU-00001-1` → `=riku000011`. */
export const codeKey = (code: string): string => `=${normalize(code).replaceAll(' ', '').slice(0, 60)}`
export const withinKey = (id: string): string => `#${id}`

/**
 * The text of a search document, a line for each weight: title; brand, categories and codes; shop and attributes;
 * description; then title and the rest for the dictionary; last the keys. The same parts give the same text.
 */
export function documentText(parts: DocumentParts): string {
  const { locale, title, categories, brand, shop, attributes, description, skus, within } = parts
  const sorted = [...attributes].sort()
  const inflected = locale === 'uz' ? [] : [title, [...categories, ...sorted].join(' ')]
  const keys = [...skus].sort().map(codeKey)
  return [
    normalize(title),
    fold([brand, ...categories, ...[...skus].sort()]),
    fold([shop, ...sorted]),
    normalize(description.slice(0, 2000)),
    plainCyrillic(inflected[0] ?? ''),
    plainCyrillic(inflected[1] ?? ''),
    [...new Set([...keys, ...within.map(withinKey)])].join(' '),
  ].join('\n')
}

const line = (column: string, n: number) => `split_part(${column}, E'\\n', ${n})`

/** SQL that makes `tsv` from `text`; `column` names the text's column. The Russian dictionary stems English, too. */
export const tsvOf = (column: string): string =>
  `(setweight(to_tsvector('simple', ${line(column, 1)}), 'A')
    || setweight(to_tsvector('simple', ${line(column, 2)}), 'B')
    || setweight(to_tsvector('simple', ${line(column, 3)}), 'C')
    || setweight(to_tsvector('simple', ${line(column, 4)}), 'D')
    || setweight(to_tsvector('russian', ${line(column, 5)}), 'A')
    || setweight(to_tsvector('russian', ${line(column, 6)}), 'B')
    || array_to_tsvector(string_to_array(${line(column, 7)}, ' ')))`

/** Every way to lose one letter of a word, and the word: two words one edit apart share one of them. */
export const spellings = (word: string): string[] => [
  ...new Set([word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))]),
]

/** SQL that learns the words of titles, brands and categories from rows with a `tsv`. Two at once take them in one order. */
export const learnWords = (source: string): string => `
  insert into search_word (word, spellings)
  select w.word, array(select left(w.word, n - 1) || substr(w.word, n + 1) from generate_series(1, length(w.word)) n)
                 || w.word
    from (select distinct l.word from (${source}) s, unnest(tsvector_to_array(ts_filter(s.tsv, '{a,b}'))) l(word)
           where length(l.word) between 3 and 40 and l.word !~ '[0-9#=]') w
   where not exists (select from search_word known where known.word = w.word)
   order by w.word on conflict do nothing`

/** SQL that forgets words which no title, brand or category has any more. */
export const pruneWords = `
  delete from search_word w where w.word not in
    (select s.word from ts_stat('select ts_filter(tsv, ''{a,b}'') from search_document') s)`
