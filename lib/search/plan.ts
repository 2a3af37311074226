import { prepared, sql, type Tx } from '@/lib/kernel/db'
import { codeKey } from './document'
import { joinFigures } from './join-figures'
import { knownRules } from './known-rules'
import { aliveOf, isKnown, type KnownWords, readKnownWords, spelledText } from './known-words'
import type { Plan } from './match'
import { normalize } from './normalize'
import { readTokens, type Stems, splitUnwanted, type Token, toGroup, toStem, toUnwanted } from './read-wording'
import { readStems } from './stems'
import { applySynonyms } from './synonyms'
import { type Group, groupText, queryText } from './terms'
import { correctTypos } from './typos'

/** What the dictionary makes of the words that are asked for, each of its own script. */
async function stemsOf(tokens: readonly Token[], tx: Tx): Promise<Stems> {
  const asked = toStem(tokens)
  const stem = await readStems(tx, asked)
  const of = (script: RegExp) =>
    Object.fromEntries(asked.filter((word) => script.test(word)).map((word) => [word, stem(word)]))
  return { russian: of(/[а-я]/), english: of(/^[a-z]+$/) }
}

const all = (texts: readonly string[], code: string | null, joined: '&' | '|'): string =>
  `(${texts.map((text) => `(${text})`).join(` ${joined} `)})${code === null ? '' : ` | ${code}`}`

/** Only with figures: a word alone is not a code. */
const codeOf = (phrase: string): string | null =>
  /\d/.test(phrase) && phrase.length >= 4 ? `'${codeKey(phrase)}'` : null

type Base = Pick<Plan, 'phrase' | 'code' | 'pins' | 'redirect' | 'corrected'>

function toPlan(groups: readonly Group[], known: KnownWords, base: Base): Plan {
  const texts = groups.map((group) => spelledText(group, known))
  // A figure alone says nothing of what is wanted.
  const telling = texts.filter((_, at) => !/^[\d ]+$/.test(groups[at]?.said ?? ''))
  return {
    ...base,
    relaxed: false,
    query: all(texts, base.code, '&'),
    loose: groups.length > 1 ? all(telling.length > 0 ? telling : texts, base.code, '|') : null,
    groups: groups.map((group) => ({
      title: groupText(group, 'A'),
      brand: groupText(group, 'B'),
      attribute: groupText(group, 'C'),
      any: groupText(group),
      exact: queryText([group.exact]) || groupText(group),
    })),
  }
}

/** The same without goods that have any of these words: nobody has chosen what to show first of the rest. */
async function planWithout(plan: Plan, unwanted: string, tx: Tx): Promise<Plan> {
  const tokens = readTokens(unwanted)
  const stems = await stemsOf(tokens, tx)
  const groups = tokens.map((token) => toUnwanted(token, stems))
  const known = await readKnownWords(groups, tx)
  const none = groups.map((group) => ` & !(${spelledText(aliveOf(group, known), known)})`).join('')
  const loose = plan.loose && `(${plan.loose})${none}`
  return { ...plan, query: `(${plan.query})${none}`, loose, pins: [], redirect: null }
}

/**
 * From what was typed to what the index is asked; null where no word is left. Words that no product has are taken for
 * those that they may have been meant to be.
 */
export async function planSearch(q: string, tx: Tx = sql): Promise<Plan | null> {
  const { wanted, unwanted } = splitUnwanted(q)
  const plan = await planWanted(wanted, tx)
  return plan === null || unwanted === '' ? plan : planWithout(plan, unwanted, tx)
}

async function planWanted(q: string, tx: Tx): Promise<Plan | null> {
  const tokens = readTokens(q)
  if (tokens.length === 0) return null
  const phrase = normalize(q).slice(0, 100)
  const [stems, rules] = await Promise.all([stemsOf(tokens, tx), knownRules()])
  const given = { ...stems, synonyms: rules.synonyms }
  const plain = tokens.map((token, at) => toGroup(token, at === tokens.length - 1, given))
  const groups = applySynonyms(...joinFigures(tokens, plain), given)
  const { pins = [], redirect = null } = rules.rule(phrase) ?? {}
  const base = { phrase, code: codeOf(phrase), pins, redirect, corrected: {} }
  const known = await readKnownWords(groups, tx)
  if (groups.every((group) => isKnown(group, known))) return toPlan(alive(groups, known), known, base)
  const { groups: meant, corrected } = await correctTypos(groups, (group) => isKnown(group, known), rules.near, tx)
  const better = Object.keys(corrected).length > 0 ? await readKnownWords(meant, tx) : known
  return toPlan(alive(meant, better), better, { ...base, corrected })
}

const alive = (groups: readonly Group[], known: KnownWords) => groups.map((group) => aliveOf(group, known))

const anyHit = prepared('select exists(select from search_document where tsv @@ $1::tsquery) as found')

/**
 * Any of the words will do where no product has all of them; null: one has, or there is only one word. `none`: it is known
 * that no product has.
 */
export async function relaxPlan(plan: Plan, tx: Tx = sql, none = false): Promise<Plan | null> {
  const { loose } = plan
  if (loose === null || plan.relaxed) return null
  const found = !none && (await tx.query<{ found: boolean }>(anyHit, [plan.query])).rows[0]?.found === true
  return found ? null : { ...plan, query: loose, loose: null, relaxed: true }
}
