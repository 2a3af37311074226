import { sql } from '@/lib/kernel/db'
import { editsBetween } from './edits-between'
import { forgetKept, keptShortly } from './kept-shortly'

type SynonymLine = { terms: readonly string[]; keys: readonly string[] }
type QueryRule = { redirect: string | null; pins: readonly string[] }

/** What operators wrote: few lines that every question asks for. */
export type KnownRules = {
  /** The lines that one of the keys belongs to. */
  synonyms(keys: readonly string[]): SynonymLine[]
  rule(query: string): QueryRule | null
  /** Keys of one word that one of the words misses by a letter, with all that is said for them. */
  near(words: readonly string[]): (Pick<SynonymLine, 'terms'> & { key: string })[]
}

type Row = { synonyms: SynonymLine[]; rules: (QueryRule & { query: string })[] }

const read = `
  select (select coalesce(jsonb_agg(jsonb_build_object('terms', terms, 'keys', keys) order by id), '[]')
            from search_synonym) as synonyms,
         (select coalesce(jsonb_agg(jsonb_build_object('query', query, 'redirect', redirect, 'pins', pins)), '[]')
            from search_rule) as rules`

async function readRules(): Promise<KnownRules> {
  const { rows } = await sql.query<Row>(read)
  const { synonyms = [], rules = [] } = rows[0] ?? {}
  const lines = new Map<string, SynonymLine[]>()
  for (const line of synonyms) for (const key of line.keys) lines.set(key, [...(lines.get(key) ?? []), line])
  const byQuery = new Map(rules.map(({ query, ...rule }) => [query, rule]))
  const single = [...lines.keys()].filter((key) => /^\p{L}{4,}$/u.test(key))
  return {
    near: (words) =>
      single
        .filter((key) => words.some((word) => word.length >= 4 && editsBetween(word, key, 1) === 1))
        .flatMap((key) => (lines.get(key) ?? []).map(({ terms }) => ({ key, terms }))),
    synonyms: (keys) => [...new Set(keys.flatMap((key) => lines.get(key) ?? []))],
    rule: (query) => byQuery.get(query) ?? null,
  }
}

const name = 'search rules'

/** As they were at most two seconds ago; at once where they were changed. */
export const knownRules = (): Promise<KnownRules> => keptShortly(name, readRules)

export const forgetRules = (): void => forgetKept(name)
