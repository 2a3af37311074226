import type { Texts } from '@/lib/i18n'
import type { Tx } from '@/lib/kernel/db'
import { normalize, words } from '@/lib/search'
import type { Goods } from '../schema'
import { categoryWords } from './category-words'

type Category = { slug: string; path: string[]; name: Texts; leaf: boolean }
export type Choice = { slug: string; chosenBy: 'file' | 'words' | 'neutral' }
export type ChooseCategory = (goods: Pick<Goods, 'title' | 'category' | 'about'>) => Choice | null

/** Goods that fit nowhere are not nowhere: the first of these that the market has, else its first root. */
const neutral = ['boshqa', 'uy-bezagi']

const weights = { category: 6, above: 2, type: 5, tags: 2, head: 3, title: 1 }
// A word that only points at a whole department says less than one that names the thing.
const WIDE = 0.45

/** Enough that «plates», «plate» and «тарелка», «тарелки» are one word; never a part of another word. */
const stem = (word: string) =>
  word.length < 4
    ? word
    : word
        .replace(/ves$/, 'f')
        .replace(/(?:lari|lar|es|s)$/, '')
        .replace(/(?<=.{3})[aeiouy]+$/, '')

const stems = (text: string) => words(text).map(stem)

type Weighted = Map<string, number>

const say = (said: Weighted, found: readonly string[], weight: number) => {
  for (const word of found) said.set(word, Math.max(said.get(word) ?? 0, weight))
}

/** The thing itself comes last in English and Uzbek and first in Russian: «oak serving board», «доска дубовая». */
function titleWords(said: Weighted, title: Texts): void {
  for (const [locale, text] of Object.entries(title)) {
    const found = stems(text ?? '')
    const plain = found.filter((word) => !/^\d/.test(word))
    say(said, found, weights.title)
    say(said, plain.slice(...(locale === 'ru' ? [0, 1] : [-1])), weights.head)
  }
}

function wordsOf({ title, category, about }: Parameters<ChooseCategory>[0]): Weighted {
  const said: Weighted = new Map()
  titleWords(said, title)
  say(said, stems(about.tags), weights.tags)
  const path = category.text.split(/\s*[>|/,]\s*/).filter(Boolean)
  say(said, stems(path.slice(0, -1).join(' ')), weights.above)
  say(said, stems(about.type), weights.type)
  say(said, stems(path.at(-1) ?? ''), weights.category)
  return said
}

type Name = { words: Set<string>; heads: Set<string> }
type Index = { category: Category; names: Name[]; kinds: Set<string> }

/** What a name is about: «Kitchen knives» are knives, «Банки для специй» jars, «Shoes and bags» both. */
function headsOf(name: string): Set<string> {
  const parts = name.toLowerCase().split(/\s(?:and|va|и)\s/)
  const plain = parts.map((part) => part.split(/\s(?:for|of|uchun|для|за)\s/)[0] ?? '')
  return new Set(plain.flatMap((part) => stems(part).slice(-1)))
}

function indexOf(category: Category): Index {
  const names = Object.values(category.name).map((name) => ({
    words: new Set(stems(name ?? '')),
    heads: headsOf(name ?? ''),
  }))
  return { category, names, kinds: new Set(stems(categoryWords[category.slug] ?? '')) }
}

/**
 * A word counts the less, the more categories share it; half a name is half a match. Where nothing says what the thing
 * is, «women's» and «kitchen» alone choose no shelf among many.
 */
function scoreOf({ names, kinds }: Index, said: Weighted, shared: ReadonlyMap<string, number>): number {
  const byKind = Math.max(0, ...[...kinds].map((word) => said.get(word) ?? 0))
  const byName = names.map(({ words: name, heads }) => {
    if (byKind === 0 && ![...heads].some((word) => said.has(word))) return 0
    const hits = [...name].filter((word) => said.has(word))
    const sum = hits.reduce((total, word) => total + (said.get(word) ?? 0) / (shared.get(word) ?? 1), 0)
    return name.size === 0 ? 0 : (sum * hits.length) / name.size
  })
  return Math.max(0, ...byName) + byKind
}

function bestOf(index: readonly Index[], shared: ReadonlyMap<string, number>, said: Weighted): string | null {
  const own = new Map(index.map((one) => [one.category.slug, scoreOf(one, said, shared)]))
  const scored = index.map(({ category }) => {
    const plain = (own.get(category.slug) ?? 0) * (category.leaf ? 1 : WIDE)
    const above = category.path.slice(0, -1).map((slug) => own.get(slug) ?? 0)
    return { slug: category.slug, score: plain > 0 ? plain + Math.max(0, ...above) * WIDE : 0 }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { slug: '', score: 0 })
  return best.score >= weights.title ? best.slug : null
}

const sharedWords = (index: readonly Index[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { names } of index)
    for (const word of new Set(names.flatMap(({ words: name }) => [...name])))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** By slug, or by name in any of the languages, alone or as the last of a path. */
function namedBy(categories: readonly Category[], text: string): string | null {
  const said = text.trim()
  if (said === '') return null
  const last = normalize(said.split(/\s*>\s*/).at(-1) ?? '')
  const found =
    categories.find(({ slug }) => slug === said.toLowerCase()) ??
    categories.find(({ name }) => Object.values(name).some((one) => normalize(one ?? '') === last))
  return found?.slug ?? null
}

/** Null only where the file insists on a category that is not there, or there is none at all. */
export async function categoryChooser(tx: Tx): Promise<ChooseCategory> {
  const { rows } = await tx.query<Category>(
    `select slug, path, name, not exists (select from category b where b.parent_id = a.id) as leaf
       from category a order by cardinality(path), position, slug`,
  )
  const index = rows.map(indexOf)
  const shared = sharedWords(index)
  const fallback = neutral.find((slug) => rows.some((row) => row.slug === slug)) ?? rows[0]?.slug
  return (goods) => {
    const named = namedBy(rows, goods.category.text)
    if (named) return { slug: named, chosenBy: 'file' }
    if (goods.category.binding && goods.category.text !== '') return null
    const said = bestOf(index, shared, wordsOf(goods))
    if (said) return { slug: said, chosenBy: 'words' }
    return fallback === undefined ? null : { slug: fallback, chosenBy: 'neutral' }
  }
}

export const hasCategory = async (tx: Tx, slug: string): Promise<boolean> =>
  (await tx.query('select from category where slug = $1', [slug])).rows.length > 0
