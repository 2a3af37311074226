import { prepared, sql } from '@/lib/kernel/db'
import { codeKey } from './document'
import type { Plan } from './match'
import { normalize } from './normalize'
import { readTokens, type Stems, toGroup, toStem } from './read-wording'
import { searching } from './searching'
import { applySynonyms, phrasesOf } from './synonyms'
import { type Group, groupText, queryText } from './terms'
import { correctTypos } from './typos'

type Known = Stems & {
  synonyms: { terms: string[]; keys: string[] }[]
  rule: { redirect: string | null; pins: string[] } | null
}

const readKnown = prepared(`
  with stem as materialized (select w, (ts_lexize('russian_stem', w))[1] as stem from unnest($1::text[]) w)
  select (select coalesce(jsonb_object_agg(w, stem), '{}') from stem where w ~ '[а-я]') as russian,
         (select coalesce(jsonb_object_agg(w, (ts_lexize('english_stem', w))[1]), '{}') from stem where w ~ '^[a-z]+$')
           as english,
         (select coalesce(jsonb_agg(jsonb_build_object('terms', terms, 'keys', keys)), '[]') from search_synonym
           where keys && ($2::text[] || array(select stem from stem where stem is not null))) as synonyms,
         (select jsonb_build_object('redirect', redirect, 'pins', pins) from search_rule where query = $3) as rule`)

const FEW = 5

/** How many documents have it, counted to five; and which words alone are in none. */
const probe = prepared(`
  select few, case when few < ${FEW} then
           array(select exists(select from search_document where tsv @@ g::tsquery) from unnest($2::text[]) g)
         else '{}' end as found
    from (select case when front.count >= ${FEW} then front.count else
             (select count(*)::int from (select from search_document where tsv @@ $1::tsquery limit ${FEW}) hit) end as few
            from (select count(*)::int from (select from search_document
                   where front and tsv @@ $1::tsquery limit ${FEW}) hit) front(count)) c`)

const all = (groups: readonly Group[], code: string | null, relaxed = false): string =>
  `(${groups.map((group) => `(${groupText(group)})`).join(relaxed ? ' | ' : ' & ')})${code === null ? '' : ` | ${code}`}`

/** Only with figures: a word alone is not a code. */
const codeOf = (phrase: string): string | null =>
  /\d/.test(phrase) && phrase.length >= 4 ? `'${codeKey(phrase)}'` : null

type Base = Omit<Plan, 'groups' | 'query' | 'broad'>

const toPlan = (groups: readonly Group[], base: Base): Plan => ({
  ...base,
  broad: false,
  query: all(groups, base.code, base.relaxed),
  groups: groups.map((group) => ({
    title: groupText(group, 'A'),
    brand: groupText(group, 'B'),
    attribute: groupText(group, 'C'),
    any: groupText(group),
    exact: queryText([group.exact]) || groupText(group),
  })),
})

/** From what was typed to what the index is asked; null where no word is left. Three statements at most. */
export async function planSearch(q: string): Promise<Plan | null> {
  const tokens = readTokens(q)
  if (tokens.length === 0) return null
  const phrase = normalize(q).slice(0, 100)
  const { rows } = await sql.query<Known>(readKnown, [toStem(tokens), phrasesOf(tokens), phrase])
  const known = rows[0]
  if (known === undefined) return null
  const plain = tokens.map((token, at) => toGroup(token, at === tokens.length - 1, known))
  const groups = applySynonyms(tokens, plain, known)
  const base = {
    phrase,
    code: codeOf(phrase),
    pins: known.rule?.pins ?? [],
    redirect: known.rule?.redirect ?? null,
    corrected: {},
    relaxed: false,
  }
  return widen(groups, base)
}

/** Finds it little: misspelt words are taken for known ones; still nothing: any of the words will do. */
async function widen(groups: readonly Group[], base: Base): Promise<Plan> {
  const ask = async (list: readonly Group[]) => {
    const { rows } = await searching.query<{ few: number; found: boolean[] }>(probe, [
      all(list, base.code),
      list.map((group) => groupText(group)),
    ])
    return rows[0] ?? { few: 0, found: [] }
  }
  const first = await ask(groups)
  if (first.few >= FEW) return toPlan(groups, base)
  const found = new Set(groups.filter((_, at) => first.found[at] === true))
  const { groups: meant, corrected } = await correctTypos(groups, (group) => found.has(group))
  const changed = Object.keys(corrected).length > 0
  const few = changed ? (await ask(meant)).few : first.few
  return toPlan(meant, { ...base, corrected, relaxed: few === 0 && meant.length > 1 })
}
