import type { Actor } from '@/lib/auth/schema'
import { pick } from '@/lib/format'
import type { Locale, Texts } from '@/lib/i18n'
import { partNames, planSearch, relaxPlan, scoreParts, scoreSql, searching, weights } from '@/lib/search'
import type { SearchExplained } from '../schema'
import { BOUND, baseOf } from './base'
import { everywhere } from './place'

type Row = { slug: string; title: Texts; pin: number; score: number; found: string } & Record<string, unknown>

/** Why the first results of a query stand where they stand: every part of the score, with its weight. */
export async function explainSearch(q: string, locale: Locale, actor: Actor): Promise<SearchExplained | null> {
  if (actor.kind !== 'user' || (actor.role !== 'admin' && actor.role !== 'staff')) return null
  const given = await planSearch(q)
  if (given === null) return null
  const plan = (await relaxPlan(given)) ?? given
  const all = BOUND + 1
  const look = { ranked: true, most: all, few: false, enough: all, leading: all, ranks: all, behind: false }
  const base = baseOf({ filter: { q }, place: everywhere, plan }, look)
  const columns = partNames.map((name) => `(${scoreParts[name]})::float8 as part_${name}`)
  const { rows } = await searching.query<Row>(
    `with ${base.tables} last as (select 1)
     select p.slug, p.title, m.pin, ${scoreSql} as score, ${columns.join(', ')} from ${base.from}
      where ${base.where.conditions.join(' and ')} order by score desc, p.seq desc limit 20`,
    base.where.params,
  )
  return {
    query: plan.query,
    words: { corrected: plan.corrected, relaxed: plan.relaxed, redirect: plan.redirect },
    weights,
    results: rows.map((row) => ({
      slug: row.slug,
      title: pick(row.title, locale),
      pinned: row.pin > 0,
      score: Number(row.score) / 1_000_000,
      parts: partNames.map((name) => ({ name, points: Number(row[`part_${name}`]) * weights[name] })),
    })),
  }
}
