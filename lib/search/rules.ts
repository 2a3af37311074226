import { type Actor, actorId, isOperator } from '@/lib/auth/schema'
import { sql } from '@/lib/kernel/db'
import { newId } from '@/lib/kernel/id'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { plainCyrillic } from './document'
import { forgetRules } from './known-rules'
import { normalize } from './normalize'
import type { MissedSearch, SearchRule, Synonym } from './schema'
import { readStems } from './stems'

const MOST_TERMS = 20

/** By what a term is recognised: folded; a single word by its stem, too. */
async function keysOf(terms: readonly string[]): Promise<string[]> {
  const folded = terms.map(normalize)
  const single = [...terms.map(plainCyrillic), ...folded].filter((term) => /^([а-я]+|[a-z]+)$/.test(term))
  const stem = await readStems(sql, single)
  return [...new Set([...folded, ...single.flatMap((word) => stem(word) ?? [])])].filter(Boolean)
}

/** Words or phrases that shall find the same. One line of the list; changing a line is removing and adding. */
export async function addSynonyms(
  terms: readonly string[],
  actor: Actor,
): Promise<Result<Synonym, 'forbidden' | 'too-few-terms'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const clean = [...new Set(terms.map((term) => term.trim().slice(0, 60)).filter((term) => normalize(term) !== ''))]
  if (clean.length < 2 || clean.length > MOST_TERMS) return fail('too-few-terms')
  const id = newId('syn')
  await sql.query('insert into search_synonym (id, terms, keys, updated_by) values ($1, $2, $3, $4)', [
    id,
    clean,
    await keysOf(clean),
    actorId(actor),
  ])
  forgetRules()
  return ok({ id, terms: clean })
}

export async function removeSynonyms(id: string, actor: Actor): Promise<Result<null, 'forbidden' | 'not-found'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const { rowCount } = await sql.query('delete from search_synonym where id = $1', [id])
  forgetRules()
  return rowCount === 1 ? ok(null) : fail('not-found')
}

type RuleInput = { query: string; redirect: string | null; pins: readonly string[] }

// Only below the locale and only here: a redirect must not lead out of the market.
const inside = /^\/[\w-][\w/?=&.,-]{0,200}$/

/** Where a query leads, or what stands first for it; neither: the rule is gone. `pins` are slugs of products. */
export async function setRule(
  { query, redirect, pins }: RuleInput,
  actor: Actor,
): Promise<Result<null, 'forbidden' | 'empty-query' | 'bad-redirect' | 'unknown-product'>> {
  if (!isOperator(actor)) return fail('forbidden')
  const folded = normalize(query).slice(0, 100)
  if (folded === '') return fail('empty-query')
  if (redirect !== null && !inside.test(redirect)) return fail('bad-redirect')
  const { rows } = await sql.query<{ slug: string; id: string }>(
    'select slug, product_id as id from product_slug where slug = any($1) and product_id is not null',
    [pins],
  )
  const ids = pins.slice(0, 10).flatMap((slug) => rows.find((row) => row.slug === slug)?.id ?? [])
  if (ids.length < pins.length) return fail('unknown-product')
  if (redirect === null && ids.length === 0) await sql.query('delete from search_rule where query = $1', [folded])
  else
    await sql.query(
      `insert into search_rule (query, redirect, pins, updated_by) values ($1, $2, $3, $4)
       on conflict (query) do update set redirect = excluded.redirect, pins = excluded.pins,
         updated_by = excluded.updated_by, updated_at = now()`,
      [folded, redirect, ids, actorId(actor)],
    )
  forgetRules()
  return ok(null)
}

export async function listSynonyms(actor: Actor): Promise<Synonym[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<Synonym>('select id, terms from search_synonym order by terms[1], id limit 1000')
  return rows
}

export async function listRules(actor: Actor): Promise<SearchRule[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<SearchRule>(
    `select query, redirect, array(select p.slug from unnest(r.pins) with ordinality pin(id, place)
                                     join product p on p.id = pin.id order by place) as pins
       from search_rule r order by query limit 1000`,
  )
  return rows
}

/** What was asked most in a month and found nothing. */
export async function listMissedSearches(actor: Actor): Promise<MissedSearch[]> {
  if (!isOperator(actor)) return []
  const { rows } = await sql.query<MissedSearch>(
    `select query, locale, sum(times)::int as times, to_char(max(day), 'YYYY-MM-DD') as last from search_log
      where day > current_date - 30 group by query, locale
     having (array_agg(found order by day desc))[1] = 0 order by 3 desc, 1 limit 100`,
  )
  return rows
}

/** What nobody reads any more. */
export async function sweepSearches(): Promise<void> {
  await sql.query('delete from search_log where day < current_date - 90')
}
